const consonants: Readonly<Record<string, string>> = Object.fromEntries(
  'بb پp تt ثs جj چch حh خkh دd ذz رr زz ژzh سs شsh صs ضz طt ظz غgh فf قq کk كk گg لl مm نn هh ةh'
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);
const unwritten = /[\u064B-\u0655\u0670\u0640ءئؤ]/g;
const y = /[یيى]/;

/** What names are joined from, so that no vowel is guessed across the joint. */
const first = /^(عبدال|محمد|غلام|امیر|علی|سید|میر|نور|شاه)(?=..)/;
const last = /(?<=....)اف$|(?<=..)(زاده|اوف|اوغلو|اوغلی|الدین|الله|پور|نژاد|رضا|علی|حسین|حسن|محمد|قلی|خان)$/;
const whole: Readonly<Record<string, string>> = {
  عبدال: 'ebdul',
  الدین: 'eddin',
  الله: 'ulla',
  اوغلو: 'oglu',
  اوغلی: 'oglu',
  علی: 'eli',
  اف: 'ov',
  اوف: 'ov',
  // Not to be read as Həmid and Zəhra.
  حامد: 'hamed',
  زهره: 'zohre',
  // With vowels that no rule gives.
  عیسی: 'isa',
  موسی: 'musa',
  یحیی: 'yehya',
  مرتضی: 'murtuza',
  مصطفی: 'mustafa',
};

/**
 * A word in Arabic letters, as Azerbaijanis and Persians of Iran write it, in lower-case letters of ASCII. Short vowels are
 * not written, and come out as `e`, or `i` after a long one, so that a syllable has at most one consonant at its end:
 * کریم is kerim, ناصر is nasir.
 */
export function arabicText(word: string): string {
  const letters = word
    .normalize('NFKC')
    .replaceAll(unwritten, '')
    .replaceAll(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[أإ]/g, 'ا');
  const known = whole[letters];
  if (known !== undefined) return known;
  const start = first.exec(letters)?.[0];
  if (start !== undefined) return arabicText(start) + arabicText(letters.slice(start.length));
  const end = last.exec(letters)?.[0];
  if (end !== undefined) return arabicText(letters.slice(0, -end.length)) + arabicText(end);
  const isNamedAfter = letters.length > 4 && letters.endsWith('ی') && !letters.endsWith('ای');
  return isNamedAfter ? `${withVowels(sounds(letters.slice(0, -1)))}i` : withVowels(sounds(letters));
}

const vowel = /^[aeiou]/;

/** Letters with their sounds: و and ی are consonants beside a vowel. */
function sounds(letters: string): readonly string[] {
  return [...letters]
    .map((letter, at, all) => {
      const before = all[at - 1] ?? '';
      const after = all[at + 1] ?? '';
      const isLast = at === all.length - 1;
      if (letter === 'آ') return 'a';
      if (letter === 'ا') return at === 0 ? 'e' : 'a';
      if (letter === 'ع') return at === 0 && !/[اوی]/.test(after) ? 'e' : '';
      if (letter === 'ه' && isLast && before !== 'ا') return 'e';
      const isGlide = at === 0 || before === 'ا' || /[اآ]/.test(after) || (isBeforeEnd(all, at) && after === 'ه');
      if (letter === 'و') return isGlide || y.test(after) ? 'v' : 'u';
      if (y.test(letter)) return isGlide ? 'y' : 'i';
      return consonants[letter] ?? '';
    })
    .filter((sound) => sound !== '');
}

function isBeforeEnd(all: readonly string[], at: number): boolean {
  return at === all.length - 2;
}

function withVowels(all: readonly string[]): string {
  const isVowel = (at: number): boolean => vowel.test(all[at] ?? '');
  let result = '';
  let isOpen = false;
  for (const [at, sound] of all.entries()) {
    result += sound;
    if (isVowel(at)) {
      isOpen = true;
      continue;
    }
    const isLast = at === all.length - 1;
    const closes = isOpen && !isVowel(at + 1) && at + 2 < all.length;
    if (isLast || isVowel(at + 1)) {
      isOpen = false;
    } else if (closes) {
      isOpen = false;
    } else {
      result += result.at(-2) === 'a' ? 'i' : 'e';
      isOpen = true;
    }
  }
  return result;
}
