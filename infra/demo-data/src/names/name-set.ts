import type { Spelling } from './spelling.js';

/** The names of one country, in all spellings. */
export interface NameSet {
  readonly female: readonly Spelling[];
  readonly male: readonly Spelling[];
  readonly family: readonly Spelling[];
  /** Whether a woman's family name ends otherwise than a man's (-ova, -yeva). */
  readonly genderedFamily: boolean;
  /** How the father's name follows, if it does at all. */
  readonly patronymic: 'azerbaijani' | 'russian' | 'none';
}
