import { latinText } from './latin-text.js';
import { isRelation, isSonOf, title, withoutRelation } from './name-words.js';

/** What a part of a name is for; it decides which endings are set aside. */
export type NamePart = 'given' | 'family' | 'patronymic' | 'full';

const sonOrDaughterLetter = /^[oqgk]$/;
const russianPatronymic = /(?<=[a-z]{2})(y?evich|ovich|y?evna|ovna|ich|inichna)$/;
const feminineFamily = /(?<=[a-z]{2}(ov|ev|yev|in))a$/;
const adjectivalFamily = /(?<=[a-z]{2}sk)(aya|aia|iy|ii|yy|i|y)$/;
const bornOf = /^(zade|zada|zadeh|zadah)$/;

/**
 * The canonical form of a name: letters and digits of ASCII in words. Words that only say "son of" or "daughter of"
 * and titles are left out, a feminine family name is written in its masculine form, and the spellings of -yev are made
 * one. A father's name that stands with the given name ("Əli Vəli oğlu") is left out of it. Empty when nothing of the name
 * is left.
 */
export function nameText(text: string, part: NamePart): string {
  const latin = latinText(text).replaceAll(/['’ʼ`´]/g, '');
  return ownWords(latin.split(/[^a-z0-9]+/).filter(Boolean), part)
    .map((word) => canonicalWord(word, part))
    .join(' ');
}

function ownWords(all: readonly string[], part: NamePart): readonly string[] {
  const isJoined = part === 'given' && all.length > 2;
  const joined = part === 'family' ? withOglu(all) : all;
  const named = joined.filter((word, at) => !isRelation(word) && !(isJoined && isRelation(joined[at + 1] ?? '')));
  const untitled = named.filter((word) => !title.test(word));
  const words = untitled.length === 0 ? named : untitled;
  if (part === 'patronymic' && words.length > 1) return words.filter((word) => !sonOrDaughterLetter.test(word));
  if (part !== 'family' && part !== 'full') return words;
  return words.flatMap((word, at) => {
    if (at > 0 && bornOf.test(word)) return [];
    return [bornOf.test(words[at + 1] ?? '') ? `${word}zade` : word];
  });
}

/** In a family name "son of" is a part of it: Kərimoğlu. */
function withOglu(words: readonly string[]): readonly string[] {
  return words.map((word, at) => (isSonOf(words[at + 1] ?? '') && !isRelation(word) ? `${word}oglu` : word));
}

function canonicalWord(word: string, part: NamePart): string {
  let result = word;
  if (part === 'patronymic') result = withoutRelation(result).replace(russianPatronymic, '');
  if (part === 'full') result = withoutRelation(result);
  if (part === 'family' || part === 'full') {
    result = result.replace(feminineFamily, '').replace(adjectivalFamily, 'y');
  }
  return result.replace(/(?<=[aeiou])yev$/, 'ev').replace(/iy$/, 'y');
}
