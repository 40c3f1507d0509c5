import { registerRecords } from '@birlik/demo-data/register-records';

import { readSettings } from '../src/link/settings.js';
import { linkRecords } from '../src/link/link-records.js';
import { recordTableBuilder } from '../src/table/record-table.js';

/** People who give about 50,000 and 1,000,000 records. */
const sizes = [27_800, 558_000];

for (const people of sizes) {
  const began = performance.now();
  const read = readSettings({
    id: 'id',
    fields: { given: 'given-name', patronymic: 'patronymic', family: 'family-name', born: 'date', city: 'string' },
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const builder = recordTableBuilder(read.settings);
  for (const { id, given, patronymic, family, born, city } of registerRecords(people, 'bench')) {
    builder.add({ source: 'bench', id, cells: [given, patronymic, family, born, city] });
  }
  const table = builder.build();
  const built = performance.now();
  const before = process.cpuUsage();
  const { candidates } = linkRecords(table, read.settings, () => undefined);
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  const { user, system } = process.cpuUsage(before);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${table.size} records: generated in ${seconds(began, built)}, linked in ${seconds(built, performance.now())} ` +
      `(${((user + system) / 1_000_000).toFixed(1)} s of processor time), ` +
      `${candidates} pairs compared, at most ${memory} MB\n`,
  );
}
