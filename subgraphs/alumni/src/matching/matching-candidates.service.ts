import { transactionalFor } from '@birlik/kernel/database';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { MatchingProblem, PairIds } from '@birlik/matching/problem';
import type { RequestContext } from '@birlik/trust/context';

type Database = RequestContext['em'];

/** How long the database may look for candidates, which is longer than a request waits. */
const listLimitMs = 20_000;

interface EntryRow {
  readonly id: string;
  readonly role: 'mentee' | 'mentor';
  readonly association: string | null;
  readonly places: number;
}

interface QuotaRow {
  readonly association: string;
  readonly menteeQuota: number | null;
  readonly mentorQuota: number | null;
  readonly reserved: number;
}

interface RulingRow {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly ruling: 'locked' | 'vetoed';
}

/** Two entries that may become a pair, with the points of each criterion; they add up to the score. */
export interface ScoredCandidate {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly goals: number;
  readonly fields: number;
  readonly languages: number;
  readonly country: number;
  readonly repeat: number;
}

/** A draft as the solver takes it, without candidates, and what else its result is written down with. */
export interface DraftProblem {
  readonly problem: Omit<MatchingProblem, 'candidates' | 'locks'>;
  readonly locks: readonly PairIds[];
  readonly associations: ReadonlyMap<string, string | null>;
}

/** Whom candidates are looked for: those of the entries that are listed, all if unset. */
interface Among {
  /** How many each is listed with. */
  readonly most: number;
  readonly mentees?: readonly string[];
  readonly mentors?: readonly string[];
}

export const pairKey = (menteeId: string, mentorId: string): string => `${menteeId} ${mentorId}`;

/** How many pairs the mentors of each association may have: what is set, and what is left of their places without the reserve. */
function mentorQuotas(quotas: readonly QuotaRow[], entries: readonly EntryRow[]): Record<string, number> {
  const places = new Map<string, number>();
  for (const { role, association, places: own } of entries) {
    if (role === 'mentor' && association !== null) places.set(association, (places.get(association) ?? 0) + own);
  }
  return Object.fromEntries(
    quotas
      .filter(({ mentorQuota, reserved }) => mentorQuota !== null || reserved > 0)
      .map(({ association, mentorQuota, reserved }) => {
        const free = Math.max(0, (places.get(association) ?? 0) - reserved);
        return [association, Math.min(mentorQuota ?? free, free)];
      }),
  );
}

/**
 * Finds who may be paired in a draft, and how well they fit: of each the best, with equal ones by a lot. The database does it
 * (`matching_candidates`).
 *
 * @param em of a job that is done for the organisation whose draft it is
 */
export function findCandidates(
  em: Database,
  draftId: string,
  { most, mentees, mentors }: Among,
): Promise<ScoredCandidate[]> {
  return transactionalFor(em, listLimitMs, (transaction) =>
    runStatement<ScoredCandidate>(
      transaction,
      `select mentee as "menteeId", mentor as "mentorId", goal_points as goals, field_points as fields,
            language_points as languages, country_points as country, repeat_points as repeat
       from matching_candidates(?, ?, ?::uuid[], ?::uuid[])`,
      [draftId, most, mentees ? arrayLiteral(mentees) : null, mentors ? arrayLiteral(mentors) : null],
    ),
  );
}

/** Reads who takes part in a draft, with the bounds and the rulings of the coordinator. */
export async function readDraftProblem(em: Database, roundId: string): Promise<DraftProblem> {
  const [round] = await runStatement<{ seed: string }>(em, 'select seed from matching_round where id = ?', [roundId]);
  const rows = await runStatement<EntryRow>(
    em,
    'select id, role, association_id as association, places from matching_places(?)',
    [roundId],
  );
  const quotas = await runStatement<QuotaRow>(
    em,
    `select organization_id as association, mentee_quota as "menteeQuota", mentor_quota as "mentorQuota", reserved_places as reserved
       from matching_association where round_id = ? and left_at is null`,
    [roundId],
  );
  const rulings = await runStatement<RulingRow>(
    em,
    `select mentee_entry_id as "menteeId", mentor_entry_id as "mentorId", ruling from matching_ruling where round_id = ?`,
    [roundId],
  );
  const here = new Set(rows.map(({ id }) => id));
  const present = rulings.filter(({ menteeId, mentorId }) => here.has(menteeId) && here.has(mentorId));
  const ruled = (which: RulingRow['ruling']) =>
    present.filter(({ ruling }) => ruling === which).map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
  const groupOf = (association: string | null) => (association === null ? {} : { group: association });
  return {
    problem: {
      seed: round?.seed ?? roundId,
      mentees: rows
        .filter(({ role }) => role === 'mentee')
        .map(({ id, association }) => ({ id, ...groupOf(association) })),
      mentors: rows
        .filter(({ role }) => role === 'mentor')
        .map(({ id, places, association }) => ({ id, capacity: places, ...groupOf(association) })),
      menteeQuotas: Object.fromEntries(
        quotas.flatMap(({ association, menteeQuota }) => (menteeQuota === null ? [] : [[association, menteeQuota]])),
      ),
      mentorQuotas: mentorQuotas(quotas, rows),
      vetoes: ruled('vetoed'),
    },
    locks: ruled('locked'),
    associations: new Map(rows.map(({ id, association }) => [id, association])),
  };
}
