import { type Link, personClusters } from '../cluster/person-clusters.js';
import { matchNationalNumbers } from './national-number-match.js';
import type { NormalizedRecord, RecordPair } from './weigh-pairs.js';

/** What a person of the office decided about two records. */
export interface ClericalDecision {
  readonly leftId: string;
  readonly rightId: string;
  readonly verdict: 'same' | 'different';
}

/** Everything that decides which of these records are one person. */
export interface Evidence {
  /** The records; those of `volunteers` lend their id to the person. */
  readonly records: readonly NormalizedRecord[];
  readonly volunteers: ReadonlySet<string>;
  /** Those of the match status `auto` link; those of the status `review` only tell what a decision was about. */
  readonly pairs: readonly RecordPair[];
  readonly decisions: readonly ClericalDecision[];
}

/** Where one record belongs, and why. */
export interface ChosenLink {
  readonly recordId: string;
  readonly personId: string;
  readonly status: 'auto' | 'manual';
  readonly method: 'first' | 'national-number' | 'model' | 'decision';
  readonly weight: number | null;
  /** The record that speaks most for the link, and what each value says; null for the record that a person began with. */
  readonly explanation: { readonly recordId: string; readonly fields: RecordPair['fields'] } | null;
}

interface Reason extends Link {
  readonly method: Exclude<ChosenLink['method'], 'first'>;
  readonly fields: RecordPair['fields'];
}

/**
 * Puts records together into people. The outcome depends on what is given and not on its order. Clerical decisions come first:
 * no number, register or weight overrules one; then national numbers, then weights, equal ones by organisation and local key.
 *
 * A person has the id of the oldest volunteer among the records, or else of the oldest record; so ids stay when others
 * join, and an undone union gives both their ids back.
 */
export function choosePersons({ records, volunteers, pairs, decisions }: Evidence): readonly ChosenLink[] {
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
  const decidedPairs = decisions.flatMap(numbered);
  const reasons = [
    ...decidedPairs.filter(({ verdict }) => verdict === 'same').map((decision) => decided(decision, pairs)),
    ...pairs
      .filter(({ matchStatus }) => matchStatus === 'auto')
      .flatMap(numbered)
      .map(found),
  ].toSorted((a, b) => rank(a) - rank(b) || b.weight - a.weight || a.left - b.left || a.right - b.right);
  const clusterOf = personClusters({
    records: ordered.length,
    links: reasons,
    ...constraints(ordered, decidedPairs, reasons),
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

function decided(decision: ClericalDecision & Link, pairs: readonly RecordPair[]): Reason {
  const pair = pairs.find(({ leftId, rightId }) => leftId === decision.leftId && rightId === decision.rightId);
  return { ...decision, method: 'decision', weight: pair?.weight ?? 0, fields: pair?.fields ?? [] };
}

function found(pair: RecordPair & Link): Reason {
  return { ...pair, method: pair.nationalNumberMatch === 'equal' ? 'national-number' : 'model' };
}

function rank({ method }: Reason): number {
  return ['decision', 'national-number', 'model'].indexOf(method);
}

/** What keeps records apart, without that which a clerical decision has put aside. */
function constraints(
  records: readonly NormalizedRecord[],
  decidedPairs: readonly (ClericalDecision & Link)[],
  reasons: readonly Reason[],
): { readonly cannotLink: (readonly [number, number])[]; readonly uniqueSource: Int32Array } {
  const uniqueSource = new Int32Array(records.length).fill(-1);
  const together = personClusters({
    records: records.length,
    links: reasons.filter(({ method }) => method === 'decision'),
    cannotLink: [],
    uniqueSource,
  });
  const cannotLink = decidedPairs
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
    if (record.nationalNumberHashes.length === 0) continue;
    for (const [other, { nationalNumberHashes }] of records.slice(0, number).entries()) {
      if (together[other] === together[number]) continue;
      if (matchNationalNumbers(record.nationalNumberHashes, nationalNumberHashes) === 'different')
        cannotLink.push([other, number]);
    }
  }
  return { cannotLink, uniqueSource };
}

function personId(members: readonly NormalizedRecord[], volunteers: ReadonlySet<string>): string {
  const ids = members.map(({ id }) => id).toSorted(compareTexts);
  return ids.find((id) => volunteers.has(id)) ?? ids[0] ?? '';
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
