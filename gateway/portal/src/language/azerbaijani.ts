/** Chromium says that it knows Azerbaijani, and has neither its months nor its days, its order nor its countries. */

const months = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avqust',
  'sentyabr',
  'oktyabr',
  'noyabr',
  'dekabr',
];
const shortMonths = ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avq', 'sen', 'okt', 'noy', 'dek'];
const weekdays = ['bazar', 'bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə'];

const alphabet = 'aAbBcCçÇdDeEəƏfFgGğĞhHxXıIiİjJkKqQlLmMnNoOöÖpPrRsSşŞtTuUüÜvVyYzZ';
const places = new Map([...alphabet].map((letter, index) => [letter, index >> 1]));
/** Letters that the alphabet does not have stand after it, and what is no letter before it. */
const placeOf = (letter: string) =>
  places.get(letter) ?? (/\p{L}/u.test(letter) ? 1000 + (letter.codePointAt(0) ?? 0) : -1);

/** The name of a month, 1 to 12. */
export function monthName(month: number, style: 'long' | 'short'): string {
  return (style === 'long' ? months : shortMonths)[month - 1] ?? '';
}

/** The name of a day of the week, 0 for Sunday. */
export function weekdayName(day: number): string {
  return weekdays[day] ?? '';
}

/** Orders two texts by the Azerbaijani alphabet; of two that differ in case alone, the one in small letters stands first. */
export function compareAzerbaijani(one: string, other: string): number {
  const [ones, others] = [[...one.normalize('NFC')], [...other.normalize('NFC')]];
  for (let index = 0; index < Math.min(ones.length, others.length); index += 1) {
    const difference = placeOf(ones[index] ?? '') - placeOf(others[index] ?? '');
    if (difference !== 0) return difference;
  }
  if (ones.length !== others.length) return ones.length - others.length;
  return one === other ? 0 : one < other ? 1 : -1;
}
