import type { Random } from '../random.js';
import type { NameSet } from './name-set.js';
import type { Script, Spelling } from './spelling.js';

export type Sex = 'F' | 'M';

/** A person's name in one script; null where the person goes by no patronymic. */
export interface FullName {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic: string | null;
}

/** The same name in all scripts. */
export type NameSpellings = Readonly<Record<Script, FullName>>;

/** Draws a name from the set and writes it in all scripts. */
export function composeName(names: NameSet, sex: Sex, random: Random): NameSpellings {
  const given = random.pick(sex === 'F' ? names.female : names.male);
  const family = random.pick(names.family);
  const father = names.patronymic === 'none' || random.chance(0.1) ? null : random.pick(names.male);
  return spellName(names, sex, given, family, father);
}

/** Writes a name in all scripts, with the endings that the person's sex asks for. */
export function spellName(
  names: NameSet,
  sex: Sex,
  given: Spelling,
  family: Spelling,
  father: Spelling | null,
): NameSpellings {
  const feminine = sex === 'F' && names.genderedFamily;
  const write = (script: Script): FullName => ({
    givenName: given[script],
    familyName: feminine ? feminineFamily(family[script], script) : family[script],
    patronymic: father === null ? null : patronymicOf(names, sex, father, script),
  });
  return { az: write('az'), ru: write('ru'), latin: write('latin') };
}

function feminineFamily(family: string, script: Script): string {
  if (script === 'ru') return /[ое]в$/.test(family) ? `${family}а` : family;
  return /[oe]v$/.test(family) ? `${family}a` : family;
}

const azerbaijaniEndings: Readonly<Record<Script, Readonly<Record<Sex, string>>>> = {
  az: { F: 'qızı', M: 'oğlu' },
  ru: { F: 'кызы', M: 'оглы' },
  latin: { F: 'gizi', M: 'oghlu' },
};

const russianEndings: Readonly<Record<Script, Readonly<Record<Sex, string>>>> = {
  az: { F: 'ovna', M: 'oviç' },
  ru: { F: 'овна', M: 'ович' },
  latin: { F: 'ovna', M: 'ovich' },
};

function patronymicOf(names: NameSet, sex: Sex, father: Spelling, script: Script): string {
  if (names.patronymic === 'azerbaijani') return `${father[script]} ${azerbaijaniEndings[script][sex]}`;
  return `${father[script]}${russianEndings[script][sex]}`;
}
