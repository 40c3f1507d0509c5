import { type MessageDescriptor, setupI18n } from '@lingui/core';
import { loadWords } from './catalogues.js';
import { languages } from './languages.js';

/** Loads the words of the frame in each language, for a reader who knows a thing by its name in another one. */
export async function loadNames(): Promise<(message: MessageDescriptor) => readonly string[]> {
  const spoken = languages.map(async (locale) =>
    setupI18n({ locale, messages: { [locale]: await loadWords(locale, '') } }),
  );
  const all = await Promise.all(spoken);
  return (message) => all.map((words) => words._(message));
}
