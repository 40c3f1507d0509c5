import { registerRecords } from '@birlik/demo-data/register-records';
import { describe, expect, it } from 'vitest';

import { linkRecords } from './link-records.js';
import { recordTableBuilder } from '../table/record-table.js';
import { readSettings } from './settings.js';

describe('the progress of linkRecords', () => {
  it('says within comparing how many pairs are done, and of how many records', () => {
    const read = readSettings({ id: 'id', fields: { given: 'given-name', family: 'family-name', born: 'date' } });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const builder = recordTableBuilder(read.settings);
    for (const { id, given, family, born } of registerRecords(3000, 'progress')) {
      builder.add({ source: 'a', id, cells: [given, family, born] });
    }
    const table = builder.build();
    const parts: { readonly step: string; readonly done: number; readonly of: number }[] = [];
    linkRecords(table, read.settings, (step, done, of) => {
      if (done !== undefined && of !== undefined) parts.push({ step, done, of });
    });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ step }) => step)).toEqual(
      parts.map((_, at) => `comparing: ${(at + 1) * 65_536} pairs, records`),
    );
    expect(
      parts.every(({ done, of }, at) => of === table.size && done < of && done >= (parts[at - 1]?.done ?? 0)),
    ).toBe(true);
  });
});
