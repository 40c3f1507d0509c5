import { normalizedValue } from '../text/normalized-value.js';

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

/** The values in the form in which they are compared; empty for what is missing or says nothing. */
export function normalizedValues(values: PersonValues): readonly string[] {
  return comparedValues.map(({ name, kind }) => normalizedValue(values[name] ?? '', kind, 'dmy'));
}
