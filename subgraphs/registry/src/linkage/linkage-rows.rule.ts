import { createHash } from 'node:crypto';

import { probabilityOf } from './linkage-model.rule.js';
import type { LinkageOutcome } from './record-linkage.rule.js';
import type { RecordTable } from './record-table.rule.js';

type Row = readonly (string | number)[];

/** PAIRS: a header, then each pair with what every field contributed to it. */
export function* pairRows(table: RecordTable, outcome: LinkageOutcome): Generator<Row> {
  const { pairs, comparison, scoring, model } = outcome;
  const { fields, ids, sources, sourceOf } = table;
  yield [
    ...['left_source', 'left_id', 'right_source', 'right_id', 'weight', 'probability', 'band'],
    ...fields.flatMap(({ name }) => [`${name}_level`, `${name}_weight`]),
  ];
  const levels = new Uint8Array(fields.length);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const left = pairs.lefts[pair] ?? 0;
    const right = pairs.rights[pair] ?? 0;
    const weight = pairs.weights[pair] ?? 0;
    comparison.compare(left, right, levels);
    const row: (string | number)[] = [
      ...[sources[sourceOf[left] ?? 0] ?? '', ids[left] ?? '', sources[sourceOf[right] ?? 0] ?? '', ids[right] ?? ''],
      ...[weight.toFixed(3), probabilityOf(weight, model.prevalence).toFixed(6), pairs.bands[pair] ?? ''],
    ];
    for (let field = 0; field < fields.length; field += 1) {
      const level = levels[field] ?? 0;
      row.push(comparison.levelNames[field]?.[level] ?? '', scoring.weightOf(field, level, left).toFixed(3));
    }
    yield row;
  }
}

/** CLUSTERS: a header, then each record with its cluster, also where it is alone. */
export function* clusterRows({ ids, sources, sourceOf }: RecordTable, { clusterOf }: LinkageOutcome): Generator<Row> {
  yield ['cluster_id', 'source', 'record_id'];
  const sourceName = (record: number): string => sources[sourceOf[record] ?? 0] ?? '';
  const names = new Map<number, string>();
  for (const [record, first] of clusterOf.entries()) {
    const name = names.get(first) ?? clusterId(sourceName(first), ids[first] ?? '');
    names.set(first, name);
    yield [name, sourceName(record), ids[record] ?? ''];
  }
}

/** Depends on the cluster's first record alone, in the order of sources and ids; so it stays when others join. */
export function clusterId(source: string, id: string): string {
  return createHash('sha256').update(JSON.stringify([source, id])).digest('hex').slice(0, 20);
}
