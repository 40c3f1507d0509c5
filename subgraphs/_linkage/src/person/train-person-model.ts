import { linkRecords } from '../link/link-records.js';
import { nameReading } from '../text/name-reading.js';
import { readSettings } from '../link/settings.js';
import { type Field, recordTableBuilder } from '../table/record-table.js';
import { nameLevels } from '../compare/name-comparison.js';
import { monotoneModel } from '../model/linkage-model.js';
import { isNameKind, type NameKind } from '../text/name-kind.js';
import { nameShares } from '../text/name-shares.js';
import type { PersonModelData } from './person-model.js';
import { anyOther, comparedValues, type ComparedValue, type PersonValues } from './person-values.js';

/** A record to learn from; nobody has to know whose it is. */
export interface TrainingRecord {
  readonly id: string;
  readonly values: PersonValues;
}

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
  const { mProbabilities, uProbabilities } = monotoneModel({
    mProbabilities: model.mProbabilities,
    uProbabilities: model.uProbabilities.map((levels, field) => withRealNames(levels, table.fields[field])),
  });
  const comparisons = comparedValues.map(({ name, kind }, field) => {
    const levels = (comparison.levelNames[field] ?? []).slice(1).map((level, at) => [
      level,
      {
        mProbability: significant(mProbabilities[field]?.[at + 1] ?? 0),
        uProbability: significant(uProbabilities[field]?.[at + 1] ?? 0),
      },
    ]);
    return [name, { levels: Object.fromEntries(levels), ...(isNameKind(kind) ? termFrequencies(kind) : {}) }];
  });
  return {
    version,
    ...assumed,
    comparisons: Object.fromEntries(comparisons) as PersonModelData['comparisons'],
  };
}

/** How likely two people have one name of a kind by chance, by what is known of the names of the country … */
function meetingByChance(kind: NameKind): number {
  return [...nameShares(kind).byReading.values()].reduce((sum, share) => sum + share ** 2, 0);
}

/** … and by the records that were learned from, whose names are invented. */
function meetingIn({ values, texts }: Field): number {
  const counts = new Map<string, number>();
  let known = 0;
  for (const value of values) {
    if (value === 0) continue;
    const reading = nameReading(texts[value] ?? '');
    counts.set(reading, (counts.get(reading) ?? 0) + 1);
    known += 1;
  }
  return [...counts.values()].reduce((sum, count) => sum + (count / known) ** 2, 0);
}

const oneName = nameLevels.indexOf('exchanged');

/** The u-probabilities of a name's levels where names meet as often as in the country, and not as in the records. */
function withRealNames(levels: Float64Array, column: Field | undefined): Float64Array {
  if (column === undefined || !isNameKind(column.kind)) return levels;
  const scale = meetingByChance(column.kind) / meetingIn(column);
  const scaled = levels.map((share, level) => (level >= oneName ? share * scale : share));
  scaled[1] = 1 - scaled.slice(2).reduce((sum, share) => sum + share, 0);
  return scaled;
}

/** Nine digits are more than what is learned is worth, and few enough to be read. */
function significant(probability: number): number {
  return Number(probability.toPrecision(9));
}

function termFrequencies(kind: NameKind): { readonly termFrequencies: Record<string, number> } {
  const { byReading, unknown } = nameShares(kind);
  return { termFrequencies: { ...Object.fromEntries(byReading), [anyOther]: unknown } };
}
