const sonOf = /^(oghlu|oglu|oghly|oghli|ogly|ogli|oglou|ohlu|uglu|uly|uulu|ibn)$/;
const daughterOf = /^(qizi|qyzy|gizi|gyzy|gyzi|kyzy|kizi|kyz|qyz|qiz|bint)$/;
// Qulu ends the names of many; Kazakh -ұлы does not begin with its q.
const joinedSonOf = /(?<=[a-z]{3})(oghlu|oglu|oghly|ogly|ogli|(?<![gkq])ul[iy])$/;
const joinedDaughterOf = /(?<=[a-z]{3})(qizi|qyzy|gizi|gyzy|kyzy|kizi)$/;

/** Words beside a name that are no part of it, in letters of ASCII. */
export const title = /^(dr|doktor|doctor|prof|professor|akademik|cenab|bey|bek|khanim|xanim|hanim|muellim|mr|mrs|ms)$/;

/** Whether a word, in letters of ASCII, only says whose son or daughter somebody is. */
export function isRelation(word: string): boolean {
  return sonOf.test(word) || daughterOf.test(word);
}

/** Whether a word, in letters of ASCII, only says whose son somebody is. */
export function isSonOf(word: string): boolean {
  return sonOf.test(word);
}

/** A father's name without the "son of" or "daughter of" that is written in one word with it. */
export function withoutRelation(word: string): string {
  return word.replace(joinedSonOf, '').replace(joinedDaughterOf, '');
}

/** Whether a word is or ends in "son of". */
export function saysSon(word: string): boolean {
  return sonOf.test(word) || joinedSonOf.test(word);
}

/** Whether a word is or ends in "daughter of". */
export function saysDaughter(word: string): boolean {
  return daughterOf.test(word) || joinedDaughterOf.test(word);
}
