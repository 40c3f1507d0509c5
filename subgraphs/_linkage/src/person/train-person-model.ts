import { linkRecords } from '../link/link-records.js';
import { readSettings } from '../link/settings.js';
import { type Field, recordTableBuilder } from '../table/record-table.js';
import type { PersonModelData } from './person-model.js';
import { comparedValues, type ComparedValue, type PersonValues } from './person-values.js';

/** A record to learn from; nobody has to know whose it is. */
export interface TrainingRecord {
  readonly id: string;
  readonly values: PersonValues;
}

const mostFrequent = 300;
const withTermFrequencies: ReadonlySet<ComparedValue> = new Set(['givenName', 'familyName', 'patronymic']);

/** What training doesn't learn but the operator of the register states. */
const assumed = { assumedRecords: 1_000_000, thresholds: { auto: 0.999, review: 0.5 } };

/** Learns the fixed model from records, without labels. The same records give the same model. */
export function trainPersonModel(records: Iterable<TrainingRecord>, version: number): PersonModelData {
  const read = readSettings({
    id: 'id',
    fields: Object.fromEntries(comparedValues.map(({ name, kind }) => [name, kind])),
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const builder = recordTableBuilder(read.settings);
  for (const { id, values } of records) {
    const cells = builder.columns.map((name) => values[name as ComparedValue] ?? '');
    builder.add({ source: 'training', id, cells });
  }
  const table = builder.build();
  const { model, comparison } = linkRecords(table, read.settings, () => undefined);
  const { mProbabilities, uProbabilities, sameBirthdayShare } = model;
  const comparisons = comparedValues.map(({ name }, field) => {
    const levels = (comparison.levelNames[field] ?? []).slice(1).map((level, at) => [
      level,
      {
        mProbability: significant(mProbabilities[field]?.[at + 1] ?? 0),
        uProbability: significant(uProbabilities[field]?.[at + 1] ?? 0),
      },
    ]);
    const frequent = table.fields.find((one) => one.name === name && withTermFrequencies.has(name));
    return [name, { levels: Object.fromEntries(levels), ...termFrequencies(frequent) }];
  });
  return {
    version,
    ...assumed,
    sameBirthdayShare: sameBirthdayShare === null ? null : Number(sameBirthdayShare.toFixed(6)),
    comparisons: Object.fromEntries(comparisons) as PersonModelData['comparisons'],
  };
}

/** Nine digits are more than what is learned is worth, and few enough to be read. */
function significant(probability: number): number {
  return Number(probability.toPrecision(9));
}

function termFrequencies(field: Field | undefined): { readonly termFrequencies?: Record<string, number> } {
  if (field === undefined) return {};
  const counts = new Map<string, number>();
  for (const value of field.values) {
    const text = field.texts[value] ?? '';
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const frequent = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostFrequent);
  return {
    termFrequencies: Object.fromEntries(
      frequent.map(([text, count]) => [text, Math.round((count / known) * 1e6) / 1e6]),
    ),
  };
}
