import { normalizedValues } from '@birlik/linkage/person-values';
import { readCode } from '../invitation/invitation-code.rule.js';
import {
  type NationalNumberKeys,
  nationalNumberHashes,
  validNationalNumber,
} from '../source-record/national-number.rule.js';

/** By what whoever stands in front of the office is looked for. */
export const lookupWays = {
  NATIONAL_NUMBER: 'national-number',
  EMAIL: 'email',
  PHONE: 'phone',
  CODE: 'code',
} as const;
export type LookupWay = (typeof lookupWays)[keyof typeof lookupWays];

/** What they came for. */
export const lookupReasons = { GUARDIANSHIP: 'guardianship', ACCOUNT: 'account', RECORD: 'record' } as const;
export type LookupReason = (typeof lookupReasons)[keyof typeof lookupReasons];

/** What is compared with what is kept: a value in the form in which linkage compares it, and hashes of what is kept as one. */
export interface LookedFor {
  readonly value: string;
  readonly hashes: readonly string[];
}

/** What a value that somebody shows is compared by; null for one that is none of its kind. */
export function lookedFor(way: LookupWay, text: string, keys: NationalNumberKeys): LookedFor | null {
  if (way === lookupWays.NATIONAL_NUMBER) {
    const valid = validNationalNumber(text);
    return valid === null ? null : { value: '', hashes: nationalNumberHashes(valid, keys) };
  }
  if (way === lookupWays.CODE) {
    const { place, secretHash } = readCode(text);
    return { value: place, hashes: [secretHash] };
  }
  const missing = { givenName: '', familyName: '', patronymic: null, birthDate: null };
  const [, , , , phone = '', email = ''] = normalizedValues({ ...missing, phone: text, email: text });
  const value = way === lookupWays.PHONE ? phone : email;
  return value === '' ? null : { value, hashes: [] };
}
