import { createHash } from 'node:crypto';

import { stringify } from 'csv-stringify/sync';

import { candidatesByRecord } from '../blocking/candidate-pairs.js';
import type { LinkageOutcome } from '../link/link-records.js';
import type { RecordTable } from '../table/record-table.js';

const candidateColumns = ['left_source', 'left_id', 'right_source', 'right_id'];
/** `band` has the match status: the column's name is part of the file's form, on which scripts rely. */
const pairColumns = [...candidateColumns, 'weight', 'probability', 'band'];

/** PAIRS in CSV, line by line: a header, then each pair with what every field contributed to it. */
export function* pairLines(table: RecordTable, outcome: LinkageOutcome): Generator<string> {
  const { pairs, comparison, weights } = outcome;
  const { fields } = table;
  yield stringify([[...pairColumns, ...fields.flatMap(({ name }) => [`${name}_level`, `${name}_weight`])]]);
  const record = recordCells(table);
  const names = comparison.levelNames.map((levels) => levels.map((name) => cell(name)));
  const levels = new Uint8Array(fields.length);
  const parts = new Float64Array(fields.length);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const left = pairs.lefts[pair] ?? 0;
    const right = pairs.rights[pair] ?? 0;
    const weight = pairs.weights[pair] ?? 0;
    comparison.compare(left, right, levels);
    weights.weigh(levels, left, right, parts);
    let line = `${record(left)},${record(right)},${weight.toFixed(3)},${(pairs.probabilities[pair] ?? 0).toFixed(6)},${pairs.matchStatuses[pair]}`;
    for (let field = 0; field < fields.length; field += 1) {
      const level = levels[field] ?? 0;
      line += `,${names[field]?.[level]},${(parts[field] ?? 0).toFixed(3)}`;
    }
    yield `${line}\n`;
  }
}

/** CANDIDATES in CSV, line by line: a header, then each pair that was compared, before anything was decided. */
export function* candidateLines(table: RecordTable, { index, isComparable }: LinkageOutcome): Generator<string> {
  yield stringify([candidateColumns]);
  const record = recordCells(table);
  for (const { left, rights } of candidatesByRecord(index, table.size)) {
    for (const right of rights) if (isComparable(left, right)) yield `${record(left)},${record(right)}\n`;
  }
}

/**
 * CLUSTERS in CSV, line by line: a header, then each record with its cluster, also where it is alone, and the match weight of
 * the cluster's worst pair, by which a person sees at once where to look; empty for a record that is alone.
 */
export function* clusterLines(table: RecordTable, outcome: LinkageOutcome): Generator<string> {
  const { clusterOf } = outcome;
  const { ids, sources, sourceOf } = table;
  yield stringify([['cluster_id', 'source', 'record_id', 'worst_weight']]);
  const cells = recordCells(table);
  const worst = worstWeights(outcome);
  const names = new Map<number, string>();
  for (const [record, first] of clusterOf.entries()) {
    const name = names.get(first) ?? clusterId(sources[sourceOf[first] ?? 0] ?? '', ids[first] ?? '');
    names.set(first, name);
    yield `${name},${cells(record)},${worst.get(first)?.toFixed(3) ?? ''}\n`;
  }
}

/** Of larger clusters, the first records stand for all. */
const mostCompared = 50;

/** By the first record of a cluster of several, the match weight of its worst pair. */
function worstWeights({ clusterOf, comparison, weights }: LinkageOutcome): ReadonlyMap<number, number> {
  const clusters = new Map<number, number[]>();
  for (const [record, first] of clusterOf.entries()) {
    if (record !== first) clusters.set(first, [...(clusters.get(first) ?? [first]), record]);
  }
  const levels = new Uint8Array(comparison.levelNames.length);
  return new Map(
    [...clusters].map(([first, records]): [number, number] => {
      let worst = Infinity;
      for (const [at, left] of records.slice(0, mostCompared).entries()) {
        for (const right of records.slice(at + 1, mostCompared)) {
          comparison.compare(left, right, levels);
          worst = Math.min(worst, weights.weigh(levels, left, right));
        }
      }
      return [first, worst];
    }),
  );
}

/** The source and id of a record. Of all cells only those of others may need quotes, and each is looked at once. */
function recordCells({ ids, sources, sourceOf }: RecordTable): (record: number) => string {
  const sourceCells = sources.map(cell);
  const cells: string[] = [];
  return (record) => (cells[record] ??= `${sourceCells[sourceOf[record] ?? 0]},${cell(ids[record] ?? '')}`);
}

const plain = /^[\w.:#/ -]*$/;

function cell(text: string): string {
  return plain.test(text) ? text : stringify([[text]], { eof: false });
}

/** Depends on the cluster's first record alone, in the order of sources and ids; so it stays when others join. */
export function clusterId(source: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, id]))
    .digest('hex')
    .slice(0, 20);
}
