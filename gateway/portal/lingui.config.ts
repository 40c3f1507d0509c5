import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('src/rooms/', import.meta.url);
const rooms = readdirSync(folder).filter((name) => !name.startsWith('_'));
const homes = rooms.map((room) => `${room}/home`).filter((home) => existsSync(new URL(`${home}/words`, folder)));
const inRooms = (name: string) => `<rootDir>/src/rooms/${name}`;

/**
 * A catalogue for the frame and one for each room, so that a page loads the words of its room alone; a home that has a folder of words
 * loads those alone. Azerbaijani is the source.
 */
export default defineConfig({
  sourceLocale: 'az',
  locales: ['az', 'en', 'ru', 'tr'],
  catalogs: [
    {
      path: '<rootDir>/src/words/{locale}',
      include: ['<rootDir>/src'],
      exclude: rooms.map((room) => `${inRooms(room)}/**`),
    },
    ...[...rooms, ...homes].map((name) => ({
      path: `${inRooms(name)}/words/{locale}`,
      include: [inRooms(name)],
      exclude: homes.filter((home) => home.startsWith(`${name}/`)).map((home) => `${inRooms(home)}/**`),
    })),
  ],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
});
