import { normalizedValue } from '../text/normalized-value.js';
import { sexOfNames } from '../text/name-sex.js';

/** What an organisation wrote down about a person, as far as linkage compares it. */
export interface PersonValues {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The compared values in the order of a record's normalized values, each with the way in which it is compared. */
export const comparedValues = [
  { name: 'givenName', kind: 'given-name' },
  { name: 'familyName', kind: 'family-name' },
  { name: 'patronymic', kind: 'patronymic' },
  { name: 'birthDate', kind: 'date' },
  { name: 'phone', kind: 'phone' },
  { name: 'email', kind: 'email' },
] as const;

export type ComparedValue = (typeof comparedValues)[number]['name'];

/**
 * The values in the form in which they are compared, and after them the sex that the names tell, `f` or `m`, since the
 * compared names tell it no more; empty for what is missing or says nothing.
 */
export function normalizedValues(values: PersonValues): readonly string[] {
  const compared = comparedValues.map(({ name, kind }) => normalizedValue(values[name] ?? '', kind, 'dmy'));
  const { givenName, familyName, patronymic } = values;
  return [...compared, sexOfNames({ given: givenName, family: familyName, patronymic: patronymic ?? '' })];
}

/** Whether the names of two records, as `normalizedValues` gives them, tell two sexes. */
export function tellTwoSexes(values: readonly string[], others: readonly string[]): boolean {
  const [sex = '', other = ''] = [values[comparedValues.length], others[comparedValues.length]];
  return sex !== '' && other !== '' && sex !== other;
}

/** What stands for every name that is not among the frequent ones of a model. */
export const anyOther = '';
