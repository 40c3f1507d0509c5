import { forEachCandidate } from '../src/blocking/candidate-pairs.js';
import { type LinkageSettingsInput, readSettings } from '../src/link/settings.js';
import { mailHabits } from '../testing/mailboxes.js';
import { type MessyRecord, messes, messyRecords } from '../testing/messy-registers.js';
import { linkRecords } from '../src/link/link-records.js';
import { recordTableBuilder } from '../src/table/record-table.js';

type Fields = LinkageSettingsInput['fields'];

const named: Fields = { given: 'given-name', patronymic: 'patronymic', family: 'family-name', born: 'date' };
const columns: Readonly<Record<string, Fields>> = {
  'names and date': named,
  'and telephone and town': { ...named, phone: 'phone', city: 'string' },
  'and e-mail': { ...named, phone: 'phone', city: 'string', email: 'email' },
  'whole name and date': { name: 'full-name', born: 'date' },
};

// What is chosen while the rules are improved must be measured with other seeds.
const [peopleText = '3000', ...seeds] = process.argv.slice(2);
for (const seed of seeds.length === 0 ? ['first', 'second'] : seeds) {
  for (const [mess, shares] of Object.entries(messes)) {
    const rows = [...messyRecords(Number(peopleText), shares, seed)];
    for (const [about, fields] of Object.entries(columns)) {
      process.stdout.write(`${seed}, ${mess}, ${about}: ${measured(rows, fields)}\n`);
    }
  }
  for (const habit of mailHabits) {
    const rows = [...messyRecords(Number(peopleText), messes.usual, seed, habit)];
    process.stdout.write(`${seed}, usual, addresses of ${habit}: ${measured(rows, columns['and e-mail'] ?? named)}\n`);
  }
}

function measured(rows: readonly MessyRecord[], fields: Fields): string {
  const read = readSettings({ id: 'id', fields });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const builder = recordTableBuilder(read.settings);
  for (const row of rows) {
    const cells = builder.columns.map((column) => row[column as keyof MessyRecord]);
    builder.add({ source: 'register', id: row.id, cells });
  }
  const table = builder.build();
  const { index, candidates, pairs, clusterOf } = linkRecords(table, read.settings, () => undefined);
  const people = table.ids.map((id) => id.split('-')[0]);
  const isRight = (left = 0, right = 0): boolean => people[left] === people[right];
  let blocked = 0;
  forEachCandidate(index, table.size, (left, right) => {
    if (isRight(left, right)) blocked += 1;
  });
  const automatic = pairs.matchStatuses.flatMap((status, pair) => (status === 'auto' ? [pair] : []));
  const automaticRight = automatic.filter((pair) => isRight(pairs.lefts[pair], pairs.rights[pair])).length;
  const truth = pairsWithin(people);
  const right = pairsWithin(people.map((person, record) => `${person} ${clusterOf[record]}`));
  return [
    `${table.size} records`,
    `blocking recall ${(blocked / truth).toFixed(4)} at ${(candidates / table.size).toFixed(0)} candidates a record`,
    `automatic precision ${(automaticRight / automatic.length).toFixed(4)}`,
    `recall ${(automaticRight / truth).toFixed(3)}`,
    `to review ${((pairs.size - automatic.length) / table.size).toFixed(2)} a record`,
    `F1 of clusters ${((2 * right) / (truth + pairsWithin(clusterOf))).toFixed(3)}`,
  ].join(', ');
}

function pairsWithin(keys: Iterable<string | number | undefined>): number {
  const counts = new Map<string | number | undefined, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
