import { expect, it } from 'vitest';

import { mailHabits } from '../../testing/mailboxes.js';
import { messes, type MessyRecord, messyRecords } from '../../testing/messy-registers.js';
import { recordTableBuilder } from '../table/record-table.js';
import { linkRecords } from './link-records.js';
import { readSettings } from './settings.js';

// 50,000 records of each habit are measured by `bench/linkage-quality.bench.ts`.
it.each(mailHabits)(
  'addresses of %s join no namesakes',
  (habit) => {
    const read = readSettings({
      id: 'id',
      fields: {
        given: 'given-name',
        patronymic: 'patronymic',
        family: 'family-name',
        born: 'date',
        phone: 'phone',
        email: 'email',
      },
    });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const builder = recordTableBuilder(read.settings);
    for (const row of messyRecords(4000, messes.usual, 'mail', habit)) {
      builder.add({
        source: 'one',
        id: row.id,
        cells: builder.columns.map((column) => row[column as keyof MessyRecord]),
      });
    }
    const table = builder.build();
    const { pairs } = linkRecords(table, read.settings, () => undefined);
    const person = (record = -1): string | undefined => table.ids[record]?.split('-')[0];
    const automatic = pairs.matchStatuses.flatMap((status, pair) => (status === 'auto' ? [pair] : []));
    const right = automatic.filter((pair) => person(pairs.lefts[pair]) === person(pairs.rights[pair]));
    expect(automatic.length).toBeGreaterThan(3000);
    expect(right.length / automatic.length).toBeGreaterThanOrEqual(0.998);
  },
  60_000,
);
