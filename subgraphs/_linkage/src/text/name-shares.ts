import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import { type NameKind, readingOfKind } from './name-kind.js';

/** How many people have a name, of those who are named: from 0 to 1. */
export interface NameShares {
  /** By `nameReading`, so that a name has one share in all alphabets. */
  readonly byReading: ReadonlyMap<string, number>;
  /** The share of a name that is not among them; none of them has less. */
  readonly unknown: number;
}

/** The file that `npm run -s link:names` writes; a line without a name has the share of a name that is not in it. */
export const nameSharesFile = new URL('../../names/shares.csv', import.meta.url);

const shares = readShares();

/** The shares of the names of a kind. */
export function nameShares(kind: NameKind): NameShares {
  return shares[kind];
}

/** The share of the people who have the name with this reading, or the share of a name that is not known; never 0. */
export function nameShare(reading: string, kind: NameKind): number {
  const { byReading, unknown } = shares[kind];
  return byReading.get(reading) ?? unknown;
}

function readShares(): Readonly<Record<NameKind, NameShares>> {
  const lines = parse<{ readonly kind: string; readonly name: string; readonly share: string }>(
    readFileSync(nameSharesFile),
    { columns: true },
  );
  const ofKind = (kind: NameKind): NameShares => {
    const own = lines.filter((line) => line.kind === kind);
    const unknown = own.find(({ name }) => name === '');
    if (unknown === undefined) throw new Error(`names/shares.csv has no share of a ${kind} that it does not have.`);
    const known = own.filter(({ name }) => name !== '');
    return {
      byReading: new Map(known.map(({ name, share }) => [readingOfKind(name, kind), Number(share)])),
      unknown: Number(unknown.share),
    };
  };
  return { 'given-name': ofKind('given-name'), 'family-name': ofKind('family-name'), patronymic: ofKind('patronymic') };
}
