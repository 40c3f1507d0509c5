import { readFileSync } from 'node:fs';

import { random } from '@birlik/demo-data/random';
import { registerRecords } from '@birlik/demo-data/register-records';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { forEachCandidate } from '../blocking/candidate-pairs.js';
import { clusterId, clusterLines, pairLines } from '../files/result-lines.js';
import { type LinkageSettingsInput, readSettings } from './settings.js';
import { messes, messyRecords } from '../../testing/messy-registers.js';
import { type LinkageOutcome, linkRecords } from './link-records.js';
import { type RecordTable, recordTableBuilder } from '../table/record-table.js';

type Row = Readonly<Record<string, string>>;

interface Linked {
  readonly table: RecordTable;
  readonly outcome: LinkageOutcome;
}

function link(rows: readonly Row[], input: LinkageSettingsInput): Linked {
  const read = readSettings(input);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const builder = recordTableBuilder(read.settings);
  for (const row of rows) {
    const cells = builder.columns.map((column) => row[column] ?? '');
    builder.add({ source: row[read.settings.source ?? ''] ?? 'one', id: row[read.settings.id] ?? '', cells });
  }
  const table = builder.build();
  return { table, outcome: linkRecords(table, read.settings, () => undefined) };
}

function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return parse(text, { trim: true, columns: (header: string[]) => header.map((name) => name.trim()) });
}

const pairsAmong = (groups: Iterable<number>): number =>
  [...groups].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

function sizes(keys: Iterable<string | number>): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Of all pairs in one cluster and all pairs of one person, how many are the same. */
function quality({ table, outcome }: Linked, personOf: (id: string) => string) {
  const people = table.ids.map(personOf);
  const truth = pairsAmong(sizes(people).values());
  const found = pairsAmong(sizes(outcome.clusterOf).values());
  const right = pairsAmong(sizes(people.map((person, record) => `${outcome.clusterOf[record]} ${person}`)).values());
  const { pairs, index } = outcome;
  const isRight = (left = 0, other = 0): boolean => people[left] === people[other];
  const automatic = pairs.matchStatuses.flatMap((status, pair) => (status === 'auto' ? [pair] : []));
  const automaticRight = automatic.filter((pair) => isRight(pairs.lefts[pair], pairs.rights[pair])).length;
  let blocked = 0;
  forEachCandidate(index, table.size, (left, other) => {
    if (isRight(left, other)) blocked += 1;
  });
  return {
    f1: (2 * right) / (truth + found),
    blockingRecall: blocked / truth,
    autoPrecision: automaticRight / automatic.length,
    autoRecall: automaticRight / truth,
  };
}

const febrl: LinkageSettingsInput = {
  id: 'rec_id',
  fields: {
    given_name: 'given-name',
    surname: 'family-name',
    street_number: 'exact',
    address_1: 'address',
    address_2: 'address',
    suburb: 'string',
    postcode: 'postcode',
    state: 'exact',
    date_of_birth: 'date',
    soc_sec_id: 'identifier',
  },
};

const register: LinkageSettingsInput = {
  id: 'id',
  fields: {
    given: 'given-name',
    patronymic: 'patronymic',
    family: 'family-name',
    born: 'date',
    phone: 'phone',
    city: 'string',
  },
};

const inRegister = (people: number, key: string): readonly Row[] =>
  [...registerRecords(people, key)].map((record) => ({ ...record }));

describe('linking without labels', () => {
  it('reaches F1 0.995 on FEBRL 3', () => {
    const linked = link(rowsOf('febrl_3.csv'), febrl);
    expect(quality(linked, (id) => id.split('-')[1] ?? '').f1).toBeGreaterThanOrEqual(0.995);
  }, 60_000);

  it('does as well on FEBRL 3 without the number that nearly identifies a person', () => {
    const { soc_sec_id: _, ...fields } = febrl.fields;
    const linked = link(rowsOf('febrl_3.csv'), { ...febrl, fields });
    expect(quality(linked, (id) => id.split('-')[1] ?? '').f1).toBeGreaterThanOrEqual(0.98);
  }, 60_000);

  it('reaches F1 0.84 on fake_1000', () => {
    const rows = rowsOf('fake_1000.csv');
    const people = new Map(rows.map((row) => [row['unique_id'], row['cluster'] ?? '']));
    const fields = {
      first_name: 'given-name',
      surname: 'family-name',
      dob: 'date',
      city: 'string',
      email: 'email',
    } as const;
    const linked = link(rows, { id: 'unique_id', fields });
    expect(quality(linked, (id) => people.get(id) ?? '').f1).toBeGreaterThanOrEqual(0.84);
  }, 60_000);

  it.each(['spring', 'summer', 'autumn'])(
    'links people across the alphabets of Azerbaijan (%s)',
    (key) => {
      const linked = link(inRegister(2500, key), register);
      const measured = quality(linked, (id) => id.split('-')[0] ?? '');
      expect(measured.blockingRecall).toBeGreaterThanOrEqual(0.98);
      expect(measured.autoPrecision).toBeGreaterThanOrEqual(0.999);
      expect(measured.autoRecall).toBeGreaterThanOrEqual(0.85);
    },
    60_000,
  );
});

describe('the outcome', () => {
  const lines = ({ table, outcome }: Linked): readonly string[] => [
    ...pairLines(table, outcome),
    ...clusterLines(table, outcome),
  ];

  it('is the same to the letter for records in any order', () => {
    const rows = inRegister(300, 'order');
    const expected = lines(link(rows, register));
    const draw = random('shuffled');
    for (let round = 0; round < 5; round += 1) {
      expect(lines(link(draw.shuffle(rows), register))).toEqual(expected);
    }
  }, 60_000);

  it('names a cluster by its first record, whoever joins', () => {
    const rows = inRegister(200, 'names');
    const { table, outcome } = link(rows, register);
    const first = outcome.clusterOf[table.ids.indexOf('7-0')] ?? 0;
    expect([...clusterLines(table, outcome)].join('')).toContain(
      `\n${clusterId('one', table.ids[first] ?? '')},one,7-0,`,
    );
  });

  it('gives a record its best partner only, where a source holds each person once', () => {
    const rows = inRegister(400, 'unique').map((row) => ({ ...row, register: (row['id'] ?? '').split('-')[1] ?? '' }));
    const { table, outcome } = link(rows, { ...register, source: 'register', uniqueSources: true });
    const together = table.ids.map((_, record) => `${outcome.clusterOf[record]} ${table.sourceOf[record]}`);
    expect(new Set(together).size).toBe(together.length);
    expect(new Set(outcome.clusterOf).size).toBeLessThan(table.size * 0.8);
  });

  it('never joins what somebody found to be different people, not even over a third record', () => {
    const rows = inRegister(300, 'apart');
    const free = link(rows, register);
    const members = Map.groupBy(free.table.ids, (_, record) => free.outcome.clusterOf[record]);
    const [a = '', b = ''] = [...members.values()].find(({ length }) => length > 2) ?? [];
    const settings = {
      ...register,
      notTheSame: [
        [
          { source: 'one', id: a },
          { source: 'one', id: b },
        ],
      ],
    };
    const { table, outcome } = link(rows, settings);
    expect(outcome.clusterOf[table.ids.indexOf(a)]).not.toBe(outcome.clusterOf[table.ids.indexOf(b)]);
  }, 60_000);

  it('links an equal key without a review, and asks where everything else speaks against it', () => {
    const rows = inRegister(300, 'key').map((row) => ({ ...row, pin: `P${row['person']}` }));
    const stranger = {
      ...rows.at(-1),
      id: 'stranger',
      given: 'Zümrüd',
      family: 'Axundov',
      born: '1931-01-31',
      pin: 'P0',
    };
    const { table, outcome } = link([...rows, stranger], { ...register, deterministic: ['pin'] });
    const matchStatusesOf = (isStranger: boolean): ReadonlySet<string> => {
      const about = (record = 0): boolean => table.ids[record] === 'stranger';
      const of = (pair: number): boolean => about(outcome.pairs.lefts[pair]) || about(outcome.pairs.rights[pair]);
      return new Set(outcome.pairs.matchStatuses.filter((_, pair) => of(pair) === isStranger));
    };
    expect(matchStatusesOf(true)).toEqual(new Set(['review']));
    expect(quality({ table, outcome }, (id) => id.split('-')[0] ?? '').f1).toBeGreaterThan(0.98);
  });

  it('asks a person about twins and other relatives instead of linking them', () => {
    const rows = [...messyRecords(1500, { ...messes.usual, twinFamilies: 0.1 }, 'relatives')].map((row) => ({
      ...row,
    }));
    const linked = link(rows, register);
    const measured = quality(linked, (id) => id.split('-')[0] ?? '');
    expect(measured.autoPrecision).toBeGreaterThanOrEqual(0.999);
    expect(measured.autoRecall).toBeGreaterThanOrEqual(0.7);
    expect(measured.blockingRecall).toBeGreaterThanOrEqual(0.99);
  }, 60_000);

  it('does not compare all with all where all are equal', () => {
    const same = Array.from({ length: 3000 }, (_, number) => ({
      id: String(number),
      given: 'Əli',
      family: 'Məmmədov',
      born: '1900-01-01',
    }));
    expect(link(same, register).outcome.candidates).toBeLessThan(50 * same.length);
  });

  it('compares few records each with each', () => {
    expect(link(inRegister(30, 'few').slice(0, 40), register).outcome.candidates).toBe((40 * 39) / 2);
  });

  it('is empty for no record, and one cluster for one', () => {
    expect(link([], register).outcome.pairs.size).toBe(0);
    expect([...link(inRegister(1, 'one').slice(0, 1), register).outcome.clusterOf]).toEqual([0]);
  });
});
