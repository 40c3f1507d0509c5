import { beforeAll, describe, expect, it } from 'vitest';

import { normalizedValues } from '../person/person-values.js';
import { type NormalizedRecord, weighPairs } from '../person/weigh-pairs.js';
import { recordTableBuilder } from '../table/record-table.js';
import { relations, relativeRecords, type RelativeRecord } from '../../testing/relative-pairs.js';
import { linkRecords } from './link-records.js';
import { type LinkageSettingsInput, readSettings } from './settings.js';

const rows = [...relativeRecords(2000, 'kept apart')];
const byId = new Map(rows.map((row) => [row.id, row]));
/** Each person is written down twice. */
const truePairs = rows.length / 2;

type Fields = LinkageSettingsInput['fields'];
const names: Fields = { given: 'given-name', family: 'family-name', born: 'date' };
const columns: readonly (readonly [string, Fields])[] = [
  ['all columns', { ...names, patronymic: 'patronymic', phone: 'phone', city: 'string', email: 'email' }],
  ['names and day of birth', { ...names, patronymic: 'patronymic' }],
  ['no father’s name', { ...names, phone: 'phone', email: 'email' }],
  ['nothing but two names and the day', names],
];

/** The pairs that are linked without a review: of one person, and of two. */
function judged(pairs: readonly (readonly [string, string])[]) {
  const people = pairs.map(([left, right]) => [byId.get(left), byId.get(right)] as const);
  const wrong = people.filter(([left, right]) => left?.person !== right?.person);
  return { right: pairs.length - wrong.length, wrong: wrong.map((pair) => pair.map(told).join(' and ')) };
}

function told(row: RelativeRecord | undefined): string {
  return `${row?.relation} ${row?.given} ${row?.patronymic} ${row?.family} ${row?.born} ${row?.phone} ${row?.email}`;
}

describe.each(columns)('the command, with %s', (_, fields) => {
  let found: ReturnType<typeof judged>;
  let together: readonly string[];

  beforeAll(() => {
    const read = readSettings({ id: 'id', fields });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const builder = recordTableBuilder(read.settings);
    for (const row of rows) {
      const cells = builder.columns.map((column) => row[column as keyof RelativeRecord] as string);
      builder.add({ source: 'one', id: row.id, cells });
    }
    const table = builder.build();
    const { pairs, clusterOf } = linkRecords(table, read.settings, () => undefined);
    const automatic = pairs.matchStatuses.flatMap((status, pair) => (status === 'auto' ? [pair] : []));
    const id = (record: number | undefined): string => table.ids[record ?? -1] ?? '';
    found = judged(automatic.map((pair) => [id(pairs.lefts[pair]), id(pairs.rights[pair])]));
    together = table.ids.filter((one, record) => byId.get(id(clusterOf[record]))?.person !== byId.get(one)?.person);
  }, 60_000);

  it('links no two people of 2,000 pairs of relatives and namesakes, neither as a pair nor by a chain', () => {
    expect(found.wrong).toEqual([]);
    expect(together).toEqual([]);
  });

  it('links 98 of 100 pairs of one of them', () => {
    expect(found.right).toBeGreaterThan(0.98 * truePairs);
  });
});

describe('the registry', () => {
  const records = rows.map(({ id, given, family, patronymic, born, phone, email }): NormalizedRecord => ({
    id,
    organizationId: 'one',
    localKey: id,
    values: normalizedValues({
      givenName: given,
      familyName: family,
      patronymic: patronymic === '' ? null : patronymic,
      birthDate: born,
      phone: phone === '' ? null : phone,
      email: email === '' ? null : email,
    }),
    nationalNumberHashes: [],
    isUnique: false,
  }));
  const pairs = [...Map.groupBy(rows.keys(), (row) => rows[row]?.pair).values()].flatMap((members) =>
    members.flatMap((left, at) => members.slice(at + 1).map((right) => [left, right] as const)),
  );
  const automatic = weighPairs(records, pairs).filter(({ matchStatus }) => matchStatus === 'auto');

  it('links no two people of the same pairs, and 95 of 100 pairs of one', () => {
    const { wrong, right } = judged(automatic.map(({ leftId, rightId }) => [leftId, rightId]));
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0.95 * truePairs);
  });

  it('asks about each kind of relatives, or keeps them apart at once', () => {
    const asked = weighPairs(records, pairs).filter(
      ({ leftId, rightId }) => byId.get(leftId)?.person !== byId.get(rightId)?.person,
    );
    expect(new Set(asked.map(({ matchStatus }) => matchStatus))).toEqual(new Set(['review']));
    expect(new Set(rows.map(({ relation }) => relation))).toEqual(new Set(relations));
  });
});
