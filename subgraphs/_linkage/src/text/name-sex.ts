import { givenNames, knownName } from './known-names.js';
import { latinText } from './latin-text.js';
import { nameLetters } from './name-letters.js';
import { nameReading } from './name-reading.js';
import { type NamePart, nameText } from './name-text.js';
import { isRelation, saysDaughter, saysSon } from './name-words.js';

/** The name of one person as it was written; a part that is not known is empty or left out. */
export type WrittenName = Readonly<Partial<Record<NamePart, string>>>;

export type Sex = 'm' | 'f';

/**
 * The sex that a person's name tells. Empty where no part of it does, or where two parts contradict each other; see
 * {@link nameSex}.
 */
export function sexOfNames({ given = '', family = '', patronymic = '', full = '' }: WrittenName): Sex | '' {
  const parts = [
    nameSex(given, 'given'),
    nameSex(family, 'family'),
    nameSex(patronymic, 'patronymic'),
    nameSex(full, 'full'),
  ];
  return onlyOne(parts) ?? '';
}

/**
 * The sex that one part of a name tells: by oğlu and qızı, by -ov and -ova, -skiy and -skaya, -ovich and -ovna in any
 * spelling, and by the given names that are known. It takes a name as it was written, since its canonical form sets all of
 * this aside. Null where nothing tells it, or where the part contradicts itself.
 */
export function nameSex(text: string, part: NamePart): Sex | null {
  if (text === '') return null;
  const words = wordsOf(text);
  // The family name Kərimoğlu is a woman's too.
  const relation = part === 'family' ? daughter : sonOrDaughter;
  const signs = words.map(
    (word) => relation(word) ?? (part === 'family' ? null : patronymicEnding(word)) ?? familyEnding(word),
  );
  if (part === 'patronymic') signs.push(letterOf(words));
  if (part === 'given' || part === 'full') signs.push(givenNameSex(words));
  return onlyOne(signs);
}

function wordsOf(text: string): readonly string[] {
  return latinText(text)
    .replaceAll(/['’ʼ`´]/g, '')
    .split(/[^a-z]+/)
    .filter(Boolean);
}

function sonOrDaughter(word: string): Sex | null {
  return saysSon(word) ? 'm' : daughter(word);
}

function daughter(word: string): Sex | null {
  return saysDaughter(word) ? 'f' : null;
}

/** "Rüstəm o." and "Rüstəm q.", where a register has no room. */
function letterOf(words: readonly string[]): Sex | null {
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === 'o' ? 'm' : last === 'q' || last === 'g' || last === 'k' ? 'f' : null;
}

function patronymicEnding(word: string): Sex | null {
  if (/[a-z]{2}(ov|ev)na$|[a-z]{2}ichna$/.test(word)) return 'f';
  return /[a-z]{2}(ov|ev)ich$|^(ilich|ilyich|lukich|kuzmich|nikitich|fomich)$/.test(word) ? 'm' : null;
}

function familyEnding(word: string): Sex | null {
  if (/[a-z]{2}(ov|ev)a$|[a-z]{2}sk(aya|aia|aja)$/.test(word)) return 'f';
  return /[a-z]{2}(ov|ev|off|eff)$|[a-z]{2}sk(iy|ii|ij)$/.test(word) ? 'm' : null;
}

/** Of several words each may be a name of its own or a father's, so all that are known have to agree. */
function givenNameSex(words: readonly string[]): Sex | null {
  const own = words.filter((word, at) => sonOrDaughter(word) === null && !isRelation(words[at + 1] ?? ''));
  return sexOfGivenName(own.join('')) ?? onlyOne(own.map(sexOfGivenName));
}

/** A name that is not known is a woman's where it is a man's with an -a: Vüsalə of Vüsal. */
function sexOfGivenName(word: string): Sex | null {
  const reading = nameReading(nameText(word, 'given'));
  const sex = sexByReading.get(reading);
  if (sex !== undefined) return sex === '' ? null : sex;
  if (/hanim$|xanim$/.test(word)) return 'f';
  const parts = knownName(nameLetters(nameText(word, 'given')))?.parts ?? [];
  if (parts.length > 1) return onlyOne(parts.map((part) => sexByReading.get(part) || null));
  return reading.endsWith('a') && sexByReading.get(reading.slice(0, -1)) === 'm' ? 'f' : null;
}

const sexByReading = knownSexes();

/** A reading that a man's and a woman's name share is of both. */
function knownSexes(): ReadonlyMap<string, Sex | ''> {
  const known = new Map<string, Sex | ''>();
  for (const { name, sex } of givenNames) {
    const reading = readingOf(name);
    const other = known.get(reading) ?? sex;
    known.set(reading, other === sex ? sex : '');
  }
  return known;
}

function readingOf(name: string): string {
  return nameReading(nameText(name, 'given'));
}

function onlyOne(signs: readonly (Sex | null)[]): Sex | null {
  const known = new Set(signs.filter((sign) => sign !== null));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}
