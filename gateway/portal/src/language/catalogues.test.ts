import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { expect, it } from 'vitest';
import { languages } from './languages.js';

const source = join(import.meta.dirname, '..');
const rooms = readdirSync(join(source, 'rooms')).filter((name) => !name.startsWith('_'));
const folders = [
  'words',
  ...rooms.flatMap((room) => [join('rooms', room, 'words'), join('rooms', room, 'home', 'words')]),
].filter((folder) => existsSync(join(source, folder)));

/** Words that mean something else in another room, and what each means. A word with one meaning is said in one way. */
const meanings: Readonly<Record<string, string>> = {
  Ad: 'the given name of a person; the name of anything else',
  Bağla: 'to close; to bind an account to a person',
  Başlayıb: 'a process has started; when a project was launched',
  'Geri götür': 'an application is withdrawn, a permission is taken back',
  'geri götürülüb': 'an application is withdrawn, a permission is taken back',
  İş: 'a case of the office; the work of a person',
  'Kim baxıb': 'in the bar, where nothing else says at what; the heading of a page on it',
  Məqsəd: 'what data is used for; what a mission is to reach',
  oxuyur: 'a person studies; a request only reads',
  'Qəbul et': 'to accept an application; to admit an issuer',
  'qəbul olundu': 'an application is accepted; a schema is taken over',
  'vaxtı keçib': 'a certificate has expired, an answer is overdue',
  Yoxla: 'an address is checked, a receipt is verified',
};

/** What is said for each message of a language, by catalogue. */
async function translations(language: string): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  for (const folder of folders) {
    const filename = join(source, folder, `${language}.po`);
    const context = { locale: language, sourceLocale: 'az', filename };
    const messages = await formatter().parse(readFileSync(filename, 'utf8'), context);
    for (const { message = '', context: sense = '', translation = '', obsolete } of Object.values(messages)) {
      if (obsolete) continue;
      const key = sense === '' ? message : `${message} (${sense})`;
      found.set(key, (found.get(key) ?? new Map<string, string>()).set(folder, translation));
    }
  }
  return found;
}

it.each(languages)(
  'says a word of Azerbaijani in one way in all rooms, unless it means another thing there: %s',
  async (language) => {
    const all = await translations(language);
    const differing = [...all].filter(
      ([message, said]) => !Object.hasOwn(meanings, message) && new Set(said.values()).size > 1,
    );
    expect(Object.fromEntries(differing.map(([message, said]) => [message, Object.fromEntries(said)]))).toEqual({});
  },
);

it('knows no further meaning of a word that has one by now', async () => {
  const all = await Promise.all(languages.map(translations));
  const differs = (message: string) => all.some((spoken) => new Set(spoken.get(message)?.values()).size > 1);
  expect(Object.keys(meanings).filter((message) => !differs(message))).toEqual([]);
});
