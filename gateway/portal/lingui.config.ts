import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { readdirSync } from 'node:fs';

const rooms = readdirSync(new URL('src/rooms/', import.meta.url)).filter((name) => !name.startsWith('_'));

/** A catalogue for the frame and one for each room, so that a page loads the words of its room alone. Azerbaijani is the source. */
export default defineConfig({
  sourceLocale: 'az',
  locales: ['az', 'en', 'ru', 'tr'],
  catalogs: [
    {
      path: '<rootDir>/src/words/{locale}',
      include: ['<rootDir>/src'],
      exclude: rooms.map((room) => `<rootDir>/src/rooms/${room}/**`),
    },
    ...rooms.map((room) => ({
      path: `<rootDir>/src/rooms/${room}/words/{locale}`,
      include: [`<rootDir>/src/rooms/${room}`],
    })),
  ],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
});
