import anyAscii from 'any-ascii';

// A vowel with a soft beginning keeps only the vowel after a consonant, as Azerbaijani Latin writes it: Гюнель, Günel.
const soft: Readonly<Record<string, string>> = { я: 'a', ю: 'u', ё: 'o' };

const russian: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{ щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g' },
};

// The letters of the Cyrillic alphabet that Azerbaijani used until 1991. The others read as in Russian.
const oldAzerbaijani: Readonly<Record<string, string>> = {
  ...russian,
  ...{ ә: 'e', ғ: 'g', ҝ: 'g', ҹ: 'j', ј: 'y', һ: 'h', ө: 'o', ү: 'u', ж: 'zh', ы: 'i' },
};
const oldAzerbaijaniOnly = /[әғҝҹјһөү]/;

const latin: Readonly<Record<string, string>> = { ə: 'e', ğ: 'g', ı: 'i', ö: 'o', ü: 'u', ş: 'sh', ç: 'ch', ß: 'ss' };
const azerbaijaniOnly = /[əğışç]/;

const plain = /^[\0-\u007F]*$/;
const consonant = /[бвгджзклмнпрстфхцчшщҝҹһғ]/;
const combiningMarks = /\p{M}+/gu;

/**
 * Writes any script in lower-case letters of ASCII, so that one name in Azerbaijani Latin, in Russian or old
 * Azerbaijani Cyrillic, and typed without diacritics comes out the same or nearly so. Never fails.
 */
export function latinText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  // JavaScript lowers İ to two characters, and I without regard to the language; here all of i, ı, I, İ are one letter.
  const lower = text.normalize('NFC').replaceAll('İ', 'i').toLowerCase().normalize('NFC');
  const cyrillic = oldAzerbaijaniOnly.test(lower) ? oldAzerbaijani : russian;
  const isAzerbaijani = azerbaijaniOnly.test(lower);
  let result = '';
  let previous = '';
  for (const letter of lower) {
    result += letterIn(letter, previous, cyrillic, isAzerbaijani);
    previous = letter;
  }
  return result;
}

function letterIn(
  letter: string,
  previous: string,
  cyrillic: Readonly<Record<string, string>>,
  isAzerbaijani: boolean,
): string {
  if (letter === 'x' && isAzerbaijani) return 'kh';
  if (letter <= '\u007F') return letter;
  const softened = soft[letter];
  if (softened !== undefined && consonant.test(previous)) return softened;
  return (
    cyrillic[letter] ?? latin[letter] ?? anyAscii(letter.normalize('NFD').replaceAll(combiningMarks, '')).toLowerCase()
  );
}
