import { defineLoader, groupByKey, indexByKey } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { MatchingAssociationEntity } from './matching-association.entity.js';
import { MatchingEntryEntity, type MatchingRole } from './matching-entry.entity.js';
import { pairKey } from './matching-candidates.service.js';
import type { MatchingPairEntity } from './matching-pair.entity.js';
import type { MatchingRoundStatus } from './matching-round.entity.js';
import { MatchingRulingEntity, type MatchingRuling } from './matching-ruling.entity.js';

/** Entries by their ids; null for one that the viewer may not see. */
export const entryById = defineLoader<string, MatchingEntryEntity | null, RequestContext>(async (ids, { em }) => {
  const rows = await em.find(MatchingEntryEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, ({ id }) => id);
});

/** How a round's associations take part, as far as the viewer may see it. */
export const associationsByRound = defineLoader<string, MatchingAssociationEntity[], RequestContext>(
  async (ids, { em }) => {
    const rows = await em.find(MatchingAssociationEntity, { roundId: { $in: [...ids] } }, { orderBy: [{ id: 'asc' }] });
    return groupByKey(ids, rows, ({ roundId }) => roundId);
  },
);

/** The viewer's own entries of a round. */
export const ownEntriesByRound = defineLoader<string, MatchingEntryEntity[], RequestContext>(async (ids, context) => {
  const volunteerId = context.viewer?.volunteerId;
  if (volunteerId == null) return ids.map(() => []);
  const where = { roundId: { $in: [...ids] }, volunteerId };
  const rows = await context.em.find(MatchingEntryEntity, where, { orderBy: [{ id: 'asc' }] });
  return groupByKey(ids, rows, ({ roundId }) => roundId);
});

type Counts = Readonly<Record<MatchingRole, number>>;

/** How many are in a round now, by role, as far as the viewer sees entries. */
export const countsByRound = defineLoader<string, Counts, RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<{ round: string } & Counts>(
    em,
    `select round_id as round, count(*) filter (where role = 'mentee')::int as mentee,
            count(*) filter (where role = 'mentor')::int as mentor
       from matching_entry where round_id = any(?::uuid[]) and left_at is null group by round_id`,
    [arrayLiteral(ids)],
  );
  return indexByKey(ids, rows, ({ round }) => round).map((counts) => counts ?? { mentee: 0, mentor: 0 });
});

/** Something that a round came to. */
export interface RoundStep {
  readonly status: MatchingRoundStatus;
  readonly changedAt: Date;
}

/** What a round came to and when, the first first. */
export const stepsByRound = defineLoader<string, RoundStep[], RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<{ round: string; status: MatchingRoundStatus; changedAt: string }>(
    em,
    `select round_id as round, status, changed_at as "changedAt" from matching_round_change
      where round_id = any(?::uuid[]) order by id`,
    [arrayLiteral(ids)],
  );
  return groupByKey(ids, rows, ({ round }) => round).map((steps) =>
    steps.map(({ status, changedAt }) => ({ status, changedAt: new Date(changedAt) })),
  );
});

/** What the coordinator says now of the two of a pair; null for nothing. */
export const rulingOfPair = defineLoader<MatchingPairEntity, MatchingRuling | null, RequestContext>(
  async (pairs, { em }) => {
    const menteeEntryId = { $in: pairs.map((pair) => pair.menteeEntryId) };
    const rows = await em.find(MatchingRulingEntity, { menteeEntryId });
    const both = (row: Pick<MatchingPairEntity, 'menteeEntryId' | 'mentorEntryId'>) =>
      pairKey(row.menteeEntryId, row.mentorEntryId);
    return indexByKey(pairs, rows, both, both).map((row) => row?.ruling ?? null);
  },
  ({ id }) => id,
);
