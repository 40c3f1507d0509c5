import { latinText } from './latin-text.rule.js';

/** What a part of a name is for; it decides which endings are set aside. */
export type NamePart = 'given' | 'family' | 'patronymic' | 'full';

const sonOrDaughter = /^(oghlu|oglu|oghly|ogly|ohlu|uglu|qizi|gizi|gyzy|kyzy|kizi|kyz|qiz)$/;
const joinedSonOrDaughter = /(?<=[a-z]{3})(oghlu|oglu|ogly|qizi|gyzy|kyzy|kizi)$/;
const russianPatronymic = /(?<=[a-z]{2})(y?evich|ovich|y?evna|ovna|ich|inichna)$/;
const feminineFamily = /(?<=[a-z]{2}(ov|ev|yev|in))a$/;
const adjectivalFamily = /(?<=[a-z]{2}sk)(aya|aia|iy|ii|yy|i|y)$/;

/**
 * The canonical form of a name: letters and figures of ASCII in words. Words that only say "son of" or "daughter of"
 * are left out, a feminine family name is written in its masculine form, and the spellings of -yev are made one.
 * Empty when nothing of the name is left.
 */
export function nameText(text: string, part: NamePart): string {
  const words = latinText(text)
    .replaceAll(/['’ʼ`´]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !sonOrDaughter.test(word));
  return words.map((word) => canonicalWord(word, part)).join(' ');
}

function canonicalWord(word: string, part: NamePart): string {
  let result = word;
  if (part === 'patronymic') result = result.replace(joinedSonOrDaughter, '').replace(russianPatronymic, '');
  if (part === 'full') result = result.replace(joinedSonOrDaughter, '');
  if (part === 'family' || part === 'full') {
    result = result.replace(feminineFamily, '').replace(adjectivalFamily, 'y');
  }
  return result.replace(/(?<=[aeiou])yev$/, 'ev').replace(/iy$/, 'y');
}
