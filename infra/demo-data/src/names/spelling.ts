/** The script that a name is written in: Azerbaijani Latin, Russian Cyrillic, or plain Latin as in a passport. */
export type Script = 'az' | 'ru' | 'latin';

/** One name in all three spellings. */
export type Spelling = Readonly<Record<Script, string>>;

const passportLetters: Readonly<Record<string, string>> = {
  ə: 'a',
  ğ: 'gh',
  ı: 'i',
  ö: 'o',
  ü: 'u',
  ç: 'ch',
  ş: 'sh',
  x: 'kh',
  c: 'j',
  q: 'g',
  j: 'zh',
  Ə: 'A',
  Ğ: 'Gh',
  İ: 'I',
  Ö: 'O',
  Ü: 'U',
  Ç: 'Ch',
  Ş: 'Sh',
  X: 'Kh',
  C: 'J',
  Q: 'G',
  J: 'Zh',
};

/** Writes an Azerbaijani text in the plain Latin letters of a passport. */
export function toPassportLatin(azerbaijani: string): string {
  let latin = '';
  for (const letter of azerbaijani) latin += passportLetters[letter] ?? letter;
  return latin;
}

/**
 * Reads a compact list of names, parted by spaces. Each entry is `azerbaijani|russian` or, where the passport spelling
 * does not follow the Azerbaijani rules, `azerbaijani|russian|latin`.
 */
export function parseSpellings(list: string): readonly Spelling[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [az, ru, latin] = entry.split('|');
      if (az === undefined || ru === undefined) throw new Error(`The name "${entry}" lacks a Russian spelling.`);
      return { az, ru, latin: latin ?? toPassportLatin(az) };
    });
}
