import { type Random, random } from '@birlik/demo-data/random';

import { ascii, letters, replaced } from './letters.js';
import { type MailHabit, type Mailboxes, mailboxesOf } from './mailboxes.js';
import { familyNames, femaleNames, maleNames, type SpelledName } from './messy-names.js';

/** A row of a register; `person` is the truth, which no register knows. */
export interface MessyRecord {
  readonly id: string;
  readonly person: string;
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  readonly name: string;
  readonly born: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
}

/** How untidy the registers are: shares of records, or of people where it says so. */
export interface Mess {
  readonly misprint: number;
  readonly wrongDate: number;
  readonly noDate: number;
  readonly exchanged: number;
  readonly noPatronymic: number;
  readonly noContact: number;
  /** Of women, those who changed their family name between two records. */
  readonly renamed: number;
  /** Of families, those with twins. */
  readonly twinFamilies: number;
}

/** Registers as careful clerks keep them, as usual, and as nobody should. */
export const messes = {
  tidy: {
    misprint: 0.05,
    wrongDate: 0.02,
    noDate: 0.02,
    exchanged: 0.01,
    noPatronymic: 0.1,
    noContact: 0.3,
    renamed: 0.01,
    twinFamilies: 0.02,
  },
  usual: {
    misprint: 0.1,
    wrongDate: 0.05,
    noDate: 0.05,
    exchanged: 0.03,
    noPatronymic: 0.25,
    noContact: 0.5,
    renamed: 0.02,
    twinFamilies: 0.03,
  },
  bad: {
    misprint: 0.2,
    wrongDate: 0.1,
    noDate: 0.12,
    exchanged: 0.06,
    noPatronymic: 0.35,
    noContact: 0.65,
    renamed: 0.03,
    twinFamilies: 0.05,
  },
} as const satisfies Readonly<Record<string, Mess>>;

const cities = ['Bakı', 'Gəncə', 'Sumqayıt', 'Mingəçevir', 'Naxçıvan', 'Şəki', 'Lənkəran', 'Quba', 'Ağdam', 'Bərdə'];
const russianCities = 'Баку Гянджа Сумгаит Мингечевир Нахичевань Шеки Ленкорань Куба Агдам Барда'.split(' ');

interface Person {
  readonly sex: 'F' | 'M';
  readonly given: SpelledName;
  readonly father: SpelledName;
  readonly family: SpelledName;
  readonly born: readonly [year: number, month: number, day: number];
  readonly phone: string;
  readonly mailbox: string;
  readonly city: number;
}

/**
 * Invented households of Azerbaijan in several registers: brothers and sisters who share family name, father, telephone and
 * town; twins; sons who carry their grandfather's name, so that father and son exchange name and patronymic; frequent
 * names. This generator shares nothing with the one that the tests measure against. The same arguments give the same rows.
 */
export function* messyRecords(
  people: number,
  mess: Mess,
  key: string,
  habit: MailHabit = 'names and digits',
): Generator<MessyRecord> {
  const draw = random('messy-registers', key);
  const mailboxes = mailboxesOf(habit);
  let number = 0;
  while (number < people) {
    for (const person of household(draw, mess, habit, mailboxes)) {
      if (number === people) return;
      const copies = draw.weighted([
        [1, 0.4],
        [2, 0.38],
        [3, 0.16],
        [4, 0.06],
      ]);
      const renamed = person.sex === 'F' && draw.chance(mess.renamed) ? frequent(familyNames, draw) : person.family;
      for (let copy = 0; copy < copies; copy += 1) {
        const bearer = copy === copies - 1 && copies > 1 ? { ...person, family: renamed } : person;
        yield { id: `${number}-${copy}`, person: String(number), ...written(bearer, mess, draw) };
      }
      number += 1;
    }
  }
}

function household(draw: Random, mess: Mess, habit: MailHabit, mailboxes: Mailboxes): readonly Person[] {
  const family = frequent(familyNames, draw);
  const grandfather = frequent(maleNames, draw);
  const head: Person = { ...someone(draw, family, grandfather), sex: 'M', given: frequent(maleNames, draw) };
  const father = { ...head, mailbox: mailboxes(head, draw) };
  const children = draw.weighted([
    [0, 0.35],
    [1, 0.3],
    [2, 0.25],
    [3, 0.1],
  ]);
  const result: Person[] = [father];
  for (let child = 0; child < children; child += 1) {
    const born = someone(draw, family, father.given);
    // A first son often carries the name of his grandfather.
    const given = born.sex === 'M' && child === 0 && draw.chance(0.3) ? grandfather : born.given;
    const isTwin = child > 0 && draw.chance(mess.twinFamilies * 3);
    const brother = result.at(-1) ?? born;
    const known = result.map((one) => one.given);
    const person: Person = {
      ...born,
      given: known.includes(given) ? frequent(born.sex === 'F' ? femaleNames : maleNames, draw) : given,
      born: isTwin ? brother.born : [father.born[0] + draw.int(20, 38), born.born[1], born.born[2]],
      phone: draw.chance(0.3) ? father.phone : born.phone,
      city: draw.chance(0.85) ? father.city : born.city,
    };
    result.push({ ...person, mailbox: habit === 'family' ? father.mailbox : mailboxes(person, draw) });
  }
  return result;
}

function someone(draw: Random, family: SpelledName, father: SpelledName): Person {
  const sex = draw.chance(0.5) ? 'F' : 'M';
  return {
    sex,
    given: frequent(sex === 'F' ? femaleNames : maleNames, draw),
    father,
    family,
    born: [draw.int(1940, 1985), draw.int(1, 12), draw.int(1, 28)],
    phone: `+994${draw.pick(['50', '51', '55', '70', '77'])}${draw.int(2_000_000, 9_999_999)}`,
    mailbox: '',
    city: Math.min(draw.int(0, 9), draw.int(0, 9)),
  };
}

/** The first names of a list are the most frequent, as in life. */
function frequent(names: readonly SpelledName[], draw: Random): SpelledName {
  const place = Math.floor(names.length * draw.next() ** 1.8);
  return names[place] ?? draw.pick(names);
}

type Written = Omit<MessyRecord, 'id' | 'person'>;

function written(person: Person, mess: Mess, draw: Random): Written {
  const form = draw.weighted(forms);
  const parts = {
    given: misprinted(spelled(person.given, form, draw), mess, draw),
    patronymic: patronymic(person, form, mess, draw),
    family: misprinted(familyForm(person, form, draw), mess, draw),
  };
  const capital = draw.chance(0.1);
  const styled = (text: string): string => (capital ? text.replaceAll('i', 'İ').toLocaleUpperCase('az') : text);
  const isExchanged = draw.chance(mess.exchanged);
  const given = styled(isExchanged ? parts.family : parts.given);
  const family = styled(isExchanged ? parts.given : parts.family);
  const hasPatronymic = !draw.chance(mess.noPatronymic);
  // Some clerks write the father's name beside the given name.
  const isJoined = hasPatronymic && draw.chance(0.04);
  const email = `${person.mailbox}@mail.az`;
  return {
    given: isJoined ? `${given} ${styled(parts.patronymic)}` : given,
    patronymic: hasPatronymic && !isJoined ? styled(parts.patronymic) : '',
    family,
    name: [given, ...(hasPatronymic ? [styled(parts.patronymic)] : []), family]
      .toSorted(() => (isExchanged ? 1 : 0))
      .join(' '),
    born: draw.chance(mess.noDate) ? '' : dateForm(person.born, mess, draw),
    phone: draw.chance(mess.noContact)
      ? ''
      : draw.chance(0.1)
        ? `+99450${draw.int(2_000_000, 9_999_999)}`
        : person.phone,
    email: draw.chance(mess.noContact) ? '' : email,
    city: (form === 'russian' ? russianCities : cities)[draw.chance(0.12) ? draw.int(0, 9) : person.city] ?? '',
  };
}

type Form = 'azerbaijani' | 'russian' | 'old' | 'passport' | 'russianLatin' | 'typed' | 'turkish';
const forms: readonly (readonly [Form, number])[] = [
  ['azerbaijani', 0.35],
  ['russian', 0.2],
  ['passport', 0.15],
  ['typed', 0.12],
  ['old', 0.06],
  ['russianLatin', 0.06],
  ['turkish', 0.06],
];

function spelled(name: SpelledName, form: Form, draw: Random): string {
  switch (form) {
    case 'azerbaijani':
      return name.az;
    case 'russian':
      return draw.pick(name.russian);
    case 'old':
      return replaced(name.az, oldLetters);
    case 'passport':
      return replaced(name.az, passportLetters);
    case 'russianLatin':
      return replaced(draw.pick(name.russian), draw.chance(0.5) ? bgnLetters : icaoLetters);
    case 'typed':
      return ascii(name.az);
    case 'turkish':
      return replaced(name.az, turkishLetters);
  }
}

function familyForm({ family, sex }: Person, form: Form, draw: Random): string {
  const text = spelled(family, form, draw);
  if (sex === 'M') return text;
  return /(?:[oe]v|yev)$/i.test(text) ? `${text}a` : /[оеё]в$/i.test(text) ? `${text}а` : text;
}

const sonForms: Readonly<Record<Form, readonly [readonly string[], readonly string[]]>> = {
  azerbaijani: [[' oğlu'], [' qızı']],
  russian: [
    [' оглы', '-оглы', 'ович'],
    [' кызы', ' гызы', 'овна'],
  ],
  old: [[' оғлу'], [' гызы']],
  passport: [
    [' oghlu', ' oglu'],
    [' gizi', ' qizi'],
  ],
  russianLatin: [[' ogly'], [' kyzy']],
  typed: [
    [' oglu', ' o.', ''],
    [' qizi', ' q.', ''],
  ],
  turkish: [[' oğlu'], [' kızı']],
};

function patronymic({ father, sex }: Person, form: Form, mess: Mess, draw: Random): string {
  const name = misprinted(spelled(father, form, draw), mess, draw);
  if (draw.chance(0.15)) return name;
  const ending = draw.pick(sonForms[form][sex === 'M' ? 0 : 1]);
  return /^[а-яё]ов/u.test(ending) || ending.startsWith('ов')
    ? name.replace(/[аеийоуьюя]$/u, '') + ending
    : name + ending;
}

function misprinted(text: string, { misprint }: Mess, draw: Random): string {
  if (!draw.chance(misprint) || text.length < 3) return text;
  const letters = [...text];
  const at = draw.int(draw.chance(0.15) ? 0 : 1, letters.length - 1);
  const letter = letters[at] ?? '';
  switch (draw.int(0, 3)) {
    case 0:
      return letters.toSpliced(at, 1).join('');
    case 1:
      return letters.toSpliced(at, 0, letter).join('');
    case 2:
      return letters.toSpliced(at, 1, draw.pick([...(/[а-я]/iu.test(text) ? 'аеинрслмт' : 'aeinrslmt')])).join('');
    default:
      return at + 1 < letters.length ? letters.toSpliced(at, 2, letters[at + 1] ?? '', letter).join('') : text;
  }
}

function dateForm([year, month, day]: Person['born'], { wrongDate }: Mess, draw: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const join = (y: number, m: number, d: number): string =>
    draw.chance(0.5) ? `${two(d)}.${two(m)}.${y}` : `${y}-${two(m)}-${two(d)}`;
  if (!draw.chance(wrongDate)) return join(year, month, day);
  switch (draw.int(0, 4)) {
    case 0:
      return `${year}-${two(day)}-${two(month)}`;
    case 1:
      return join(year + draw.pick([-1, 1, -10, 10]), month, day);
    case 2:
      return join(year, month, draw.int(1, 28));
    case 3:
      return `${year}-01-01`;
    default:
      return join(year, draw.int(1, 12), day);
  }
}

const oldLetters = letters(
  'aа bб cҹ çч dд eе əә fф gҝ ğғ hһ xх ıы iи jж kк qг lл mм nн oо öө pп rр sс şш tт uу üү vв yј zз',
);
const passportLetters = letters('əa ğgh ıi öo üu çch şsh xkh qg cj');
const turkishLetters = letters('əe xh qk');
const bgnLetters = letters(
  'аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh ъ ыy ь эe юyu яya',
);
const icaoLetters = letters(
  'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh ъie ыy ь эe юiu яia',
);
