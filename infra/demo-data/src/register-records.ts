import { azerbaijaniNames } from './names/azerbaijani-names.js';
import { composeName, type FullName } from './names/compose-name.js';
import { type Random, random } from './random.js';

/** A person as one register has written them down. */
export interface RegisterRecord {
  readonly id: string;
  /** Who it is in truth; no register knows it. */
  readonly person: string;
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  /** YYYY-MM-DD, or empty. */
  readonly born: string;
  readonly phone: string;
  readonly city: string;
}

const scripts = ['az', 'ru', 'latin'] as const;
const cities = ['Bakı', 'Gəncə', 'Sumqayıt', 'Mingəçevir', 'Naxçıvan', 'Şəki', 'Lənkəran', 'Şirvan', 'Quba', 'Xaçmaz'];

/**
 * Invented people of Azerbaijan, each written down one to four times: in today's Latin, in Russian, in the Cyrillic of
 * before 1991, as in a passport, or typed without diacritics, with misprints, given and family name exchanged, and gaps.
 * The same key gives the same records.
 */
export function* registerRecords(people: number, key: string): Generator<RegisterRecord> {
  const draw = random('register-records', key);
  for (let number = 0; number < people; number += 1) {
    const sex = draw.chance(0.5) ? 'F' : 'M';
    const name = composeName(azerbaijaniNames, sex, draw);
    const born = date(draw);
    const phone = `+99450${draw.int(1_000_000, 9_999_999)}`;
    const city = draw.pick(cities);
    const copies = draw.weighted([
      [1, 0.45],
      [2, 0.35],
      [3, 0.15],
      [4, 0.05],
    ]);
    for (let copy = 0; copy < copies; copy += 1) {
      const written = misprinted(name[draw.pick(scripts)], name.az, draw);
      yield {
        id: `${number}-${copy}`,
        person: String(number),
        given: written.givenName,
        patronymic: draw.chance(0.25) ? '' : (written.patronymic ?? ''),
        family: written.familyName,
        born: draw.chance(0.04) ? '' : draw.chance(0.04) ? wrongDate(born, draw) : born,
        phone: draw.chance(0.5) ? '' : draw.chance(0.1) ? `+99455${draw.int(1_000_000, 9_999_999)}` : phone,
        city: draw.chance(0.15) ? draw.pick(cities) : city,
      };
    }
  }
}

function misprinted(script: FullName, azerbaijani: FullName, draw: Random): FullName {
  const form = draw.weighted([
    [script, 0.7],
    [inLetters(azerbaijani, oldCyrillic), 0.1],
    [inLetters(azerbaijani, typed), 0.2],
  ]);
  const name = draw.chance(0.1) ? { ...form, familyName: misprint(form.familyName, draw) } : form;
  const both = draw.chance(0.07) ? { ...name, givenName: misprint(name.givenName, draw) } : name;
  return draw.chance(0.03) ? { ...both, givenName: both.familyName, familyName: both.givenName } : both;
}

function misprint(text: string, draw: Random): string {
  const letters = [...text];
  const at = draw.int(1, Math.max(1, letters.length - 2));
  const [before, letter, after] = [letters.slice(0, at), letters[at] ?? '', letters.slice(at + 1)];
  switch (draw.int(0, 2)) {
    case 0:
      return [...before, ...after].join('');
    case 1:
      return [...before, letter, letter, ...after].join('');
    default:
      return [...before, ...after.slice(0, 1), letter, ...after.slice(1)].join('');
  }
}

function date(draw: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${draw.int(1945, 2006)}-${two(draw.int(1, 12))}-${two(draw.int(1, 28))}`;
}

/** Day and month exchanged, or one digit wrong. */
function wrongDate(born: string, draw: Random): string {
  const [year = '', month = '', day = ''] = born.split('-');
  return draw.chance(0.5) ? `${year}-${day}-${month}` : `${year}-${month}-${day.slice(0, 1)}${draw.int(0, 9)}`;
}

const oldCyrillic = 'aа bб cҹ çч dд eе əә fф gҝ ğғ hһ xх ıы iи jж kк qг lл mм nн oо öө pп rр sс şш tт uу üү vв yј zз';
const typed = 'əe ğg ıi öo üu çc şs';

/** Replaces letter by letter; each pair of `letters` is one. */
function inLetters(name: FullName, letters: string): FullName {
  const table = new Map(letters.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]));
  const write = (text: string): string =>
    Array.from(text, (letter) => {
      if (letter === 'İ' || letter === 'I') return capital(table.get(letter === 'İ' ? 'i' : 'ı') ?? 'i');
      const small = letter.toLowerCase();
      const other = table.get(small);
      if (other === undefined) return letter;
      return small === letter ? other : capital(other);
    }).join('');
  return {
    givenName: write(name.givenName),
    familyName: write(name.familyName),
    patronymic: name.patronymic === null ? null : write(name.patronymic),
  };
}

const capital = (letter: string): string => letter.toUpperCase();
