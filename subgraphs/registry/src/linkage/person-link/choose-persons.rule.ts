import { type Link, personClusters } from '@birlik/linkage/person-clusters.rule';
import { compareNationalIds } from '../source-record/national-id.rule.js';
import type { LinkageRecord, RecordPair } from './record-pairs.rule.js';

/** What a person of the office decided about two records. */
export interface Judgement {
  readonly leftId: string;
  readonly rightId: string;
  readonly verdict: 'same' | 'different';
}

/** Everything that decides which of these records are one person. */
export interface Evidence {
  /** The records; those of `volunteers` lend their id to the person. */
  readonly records: readonly LinkageRecord[];
  readonly volunteers: ReadonlySet<string>;
  /** Those of the band `auto` link; those of the band `review` only tell what a decision was about. */
  readonly pairs: readonly RecordPair[];
  readonly judgements: readonly Judgement[];
}

/** Where one record belongs, and why. */
export interface ChosenLink {
  readonly recordId: string;
  readonly personId: string;
  readonly status: 'auto' | 'manual';
  readonly method: 'first' | 'national-id' | 'model' | 'decision';
  readonly weight: number | null;
  /** The record that speaks most for the link, and what each value says; null for the record that a person began with. */
  readonly explanation: { readonly recordId: string; readonly fields: RecordPair['fields'] } | null;
}

interface Reason extends Link {
  readonly method: Exclude<ChosenLink['method'], 'first'>;
  readonly fields: RecordPair['fields'];
}

/**
 * Puts records together into people. The answer depends on what is given and not on its order. Judgements come first:
 * no number, register or weight overrules one; then national ids, then weights, equal ones by organisation and local key.
 *
 * A person has the id of the oldest volunteer among the records, or else of the oldest record; so ids stay when others
 * join, and an undone union gives both their ids back.
 */
export function choosePersons({ records, volunteers, pairs, judgements }: Evidence): readonly ChosenLink[] {
  const ordered = records.toSorted(
    (a, b) => compareTexts(a.organizationId, b.organizationId) || compareTexts(a.localKey, b.localKey),
  );
  const numbers = new Map(ordered.map(({ id }, number) => [id, number]));
  const numbered = <Pair extends { leftId: string; rightId: string }>(pair: Pair): readonly (Pair & Link)[] => {
    const [a, b] = [numbers.get(pair.leftId), numbers.get(pair.rightId)];
    return a === undefined || b === undefined
      ? []
      : [{ weight: 0, ...pair, left: Math.min(a, b), right: Math.max(a, b) }];
  };
  const judged = judgements.flatMap(numbered);
  const reasons = [
    ...judged.filter(({ verdict }) => verdict === 'same').map((judgement) => decided(judgement, pairs)),
    ...pairs
      .filter(({ band }) => band === 'auto')
      .flatMap(numbered)
      .map(found),
  ].toSorted((a, b) => rank(a) - rank(b) || b.weight - a.weight || a.left - b.left || a.right - b.right);
  const clusterOf = personClusters({
    records: ordered.length,
    links: reasons,
    ...constraints(ordered, judged, reasons),
  });
  const clusters = Map.groupBy(ordered, ({ id }) => clusterOf[numbers.get(id) ?? 0] ?? 0);
  const persons = new Map([...clusters].map(([cluster, members]) => [cluster, personId(members, volunteers)]));
  return ordered.map((record, number): ChosenLink => {
    const person = persons.get(clusterOf[number] ?? 0) ?? record.id;
    const reason = reasons.find(
      ({ left, right }) => (left === number || right === number) && clusterOf[left] === clusterOf[right],
    );
    if (record.id === person || reason === undefined) return { ...first, recordId: record.id, personId: person };
    const { method, fields, weight } = reason;
    const other = ordered[reason.left === number ? reason.right : reason.left]?.id ?? '';
    return {
      recordId: record.id,
      personId: person,
      status: method === 'decision' ? 'manual' : 'auto',
      method,
      weight: fields.length === 0 ? null : weight,
      explanation: { recordId: other, fields },
    };
  });
}

const first = { status: 'auto', method: 'first', weight: null, explanation: null } as const;

function decided(judgement: Judgement & Link, pairs: readonly RecordPair[]): Reason {
  const pair = pairs.find(({ leftId, rightId }) => leftId === judgement.leftId && rightId === judgement.rightId);
  return { ...judgement, method: 'decision', weight: pair?.weight ?? 0, fields: pair?.fields ?? [] };
}

function found(pair: RecordPair & Link): Reason {
  return { ...pair, method: pair.nationalId === 'equal' ? 'national-id' : 'model' };
}

function rank({ method }: Reason): number {
  return ['decision', 'national-id', 'model'].indexOf(method);
}

/** What keeps records apart, without that which a judgement has put aside. */
function constraints(
  records: readonly LinkageRecord[],
  judged: readonly (Judgement & Link)[],
  reasons: readonly Reason[],
): { readonly areKeptApart: (readonly [number, number])[]; readonly uniqueSource: Int32Array } {
  const uniqueSource = new Int32Array(records.length).fill(-1);
  const together = personClusters({
    records: records.length,
    links: reasons.filter(({ method }) => method === 'decision'),
    areKeptApart: [],
    uniqueSource,
  });
  const areKeptApart = judged
    .filter(({ verdict }) => verdict === 'different')
    .map(({ left, right }): readonly [number, number] => [left, right]);
  const organizations = new Map(
    [...new Set(records.map(({ organizationId }) => organizationId))].map((id, at) => [id, at]),
  );
  const taken = new Set<string>();
  for (const [number, record] of records.entries()) {
    const source = `${together[number]} ${record.organizationId}`;
    if (record.isUnique && !taken.has(source)) uniqueSource[number] = organizations.get(record.organizationId) ?? -1;
    taken.add(source);
    if (record.nationalIds.length === 0) continue;
    for (const [other, { nationalIds }] of records.slice(0, number).entries()) {
      if (together[other] === together[number]) continue;
      if (compareNationalIds(record.nationalIds, nationalIds) === 'different') areKeptApart.push([other, number]);
    }
  }
  return { areKeptApart, uniqueSource };
}

function personId(members: readonly LinkageRecord[], volunteers: ReadonlySet<string>): string {
  const ids = members.map(({ id }) => id).toSorted(compareTexts);
  return ids.find((id) => volunteers.has(id)) ?? ids[0] ?? '';
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
