import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

/** One line of `names/given-names.csv`. */
export interface GivenName {
  readonly name: string;
  /** Empty for a name of both. */
  readonly sex: 'm' | 'f' | '';
}

/** The given names that are known, each in the letters of its language. */
export const givenNames: readonly GivenName[] = parse(
  readFileSync(new URL('../../names/given-names.csv', import.meta.url)),
  { columns: true },
);
