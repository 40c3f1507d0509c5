import type { Messages } from '@lingui/core';
import type { Language } from './languages.js';

type Catalogue = () => Promise<{ readonly messages: Messages }>;

const frame = import.meta.glob<{ messages: Messages }>('../words/*.po');
const rooms = import.meta.glob<{ messages: Messages }>(['../rooms/*/words/*.po', '../rooms/*/home/words/*.po']);

/** The words of a room, or of a home that has its own, in a language; of the frame when the name is empty. Each is a file of its own. */
export async function loadWords(language: Language, room: string): Promise<Messages> {
  const load: Catalogue | undefined =
    room === '' ? frame[`../words/${language}.po`] : rooms[`../rooms/${room}/words/${language}.po`];
  return load === undefined ? {} : (await load()).messages;
}
