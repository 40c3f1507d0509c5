// One letter for each class of consonants that Azerbaijani names exchange between alphabets and spellings.
const classes: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|dzh|dj|zh|ch|[cj]/g, 'c'],
  [/gh|kh|[gqkhx]/g, 'k'],
  [/ph|w/g, 'v'],
  [/f/g, 'v'],
  [/p/g, 'b'],
  [/ts/g, 's'],
  [/t/g, 'd'],
];

/**
 * What is left of a canonical word when vowels are dropped and consonants that spellings exchange are made equal:
 * Hüseynov, Huseynov, Гусейнов and Guseynov all give `ksnv`. A vowel at the beginning leaves an `a`. The result is empty
 * for an empty word only.
 */
export function consonantSkeleton(word: string): string {
  let result = word.replaceAll(' ', '');
  for (const [letters, one] of classes) result = result.replaceAll(letters, one);
  const begins = /^[aeiouy]/.test(result) ? 'a' : '';
  return begins + result.replaceAll(/[aeiouy]/g, '').replaceAll(/(.)\1+/g, '$1');
}
