import { i18n, type Messages } from '@lingui/core';
import { loadWords } from './catalogues.js';
import { type Language, languages } from './languages.js';

const storageKey = 'birlik.language';
const loaded = new Map<string, Messages>();
const rooms = new Set<string>(['']);

/** The language that was chosen here, or else the first of the browser's that the portal speaks, or else Azerbaijani. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages].map((tag) => tag?.split('-')[0]);
  return wanted.map((tag) => languages.find((language) => language === tag)).find(Boolean) ?? 'az';
}

/** The language in which the portal speaks now. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18n.locale) ?? 'az';
}

/** Speaks another language from now on, also after a reload. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await speak(language);
}

/** Loads the words of a room in the language of now; of the frame, whose name is empty, when the portal starts. */
export async function learnRoom(room: string): Promise<void> {
  if (rooms.has(room) && loaded.has(`${i18n.locale}/${room}`)) return;
  rooms.add(room);
  await speak(currentLanguage());
}

/** Speaks a language, with the words of each room that was entered. */
export async function speak(language: Language): Promise<void> {
  const parts = await Promise.all(
    [...rooms].map(async (room) => {
      const key = `${language}/${room}`;
      const words = loaded.get(key) ?? (await loadWords(language, room));
      loaded.set(key, words);
      return words;
    }),
  );
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...parts) as Messages });
  document.documentElement.lang = language;
}
