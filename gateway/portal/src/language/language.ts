import { type I18n, i18n, setupI18n } from '@lingui/core';
import { loadWords } from './catalogues.js';
import { type Language, languages } from './languages.js';

const storageKey = 'birlik.language';
const rooms = new Map<string, I18n>();

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

/**
 * The words of a room, over those of the frame: a room may mean something else by the same Azerbaijani word, so each speaks for itself.
 */
export function wordsOf(room: string): I18n {
  return rooms.get(room) ?? i18n;
}

/** Loads the words of a room in the language of now; those of the frame, whose name is empty, come when the portal starts. */
export async function learnRoom(room: string): Promise<void> {
  if (room === '' || rooms.has(room)) return;
  const words = setupI18n();
  await teach(words, currentLanguage(), room);
  rooms.set(room, words);
}

/** Speaks a language, in the frame and in each room that was entered. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([teach(i18n, language, ''), ...[...rooms].map(([room, words]) => teach(words, language, room))]);
  document.documentElement.lang = language;
  // What an installed portal is called on the device.
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
}

async function teach(words: I18n, language: Language, room: string): Promise<void> {
  const [frame, own] = await Promise.all([loadWords(language, ''), room === '' ? {} : loadWords(language, room)]);
  words.loadAndActivate({ locale: language, messages: { ...frame, ...own } });
}
