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

/** A canonical word with one letter for all consonants that spellings exchange; vowels stay as they are. */
export function withConsonantClasses(word: string): string {
  let result = word;
  for (const [letters, one] of classes) result = result.replaceAll(letters, one);
  return result;
}
