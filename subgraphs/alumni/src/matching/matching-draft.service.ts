import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { MatchingDraftEntity, matchingDraftStatuses } from './matching-draft.entity.js';
import type { MatchingWeightsInput, RuleMatchingPairInput } from './matching-draft.input.js';
import { MatchingEntryEntity, matchingRoles } from './matching-entry.entity.js';
import { solveDraftJob } from './matching-jobs.service.js';
import { inRound } from './matching-refusal.service.js';
import { MatchingRulingEntity } from './matching-ruling.entity.js';
import { ownRound } from './matching-round.service.js';

/**
 * Begins a draft of a round of the viewer's own organisation: the pairs are found by a job, and `progress` says how far it is.
 *
 * @param weights those of the draft before if unset, and the usual ones for the first
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (no criterion counts) or CONFLICT (the round is no draft, or another draft is being solved)
 */
export function draftMatching(
  context: RequestContext,
  { roundId, weights }: { readonly roundId: string; readonly weights: MatchingWeightsInput | null },
): Promise<MatchingDraftEntity> {
  const organizationId = context.requireOrganization();
  const chosen = weights && {
    goalWeight: weights.goals,
    fieldWeight: weights.fields,
    languageWeight: weights.languages,
    countryWeight: weights.country,
    repeatWeight: weights.repeat,
  };
  if (chosen && Object.values(chosen).every((weight) => weight === 0))
    throw new DomainError('BAD_USER_INPUT', explain('no-weight'));
  return inRound(() =>
    context.em.transactional(async (em) => {
      const round = await ownRound(em, { id: roundId, organizationId }, LockMode.PESSIMISTIC_WRITE);
      if (round.status !== 'draft') throw new DomainError('CONFLICT', explain('round-not-draft'));
      const [last] = await em.find(MatchingDraftEntity, { roundId }, { orderBy: [{ number: 'desc' }], limit: 1 });
      const before = last && {
        goalWeight: last.goalWeight,
        fieldWeight: last.fieldWeight,
        languageWeight: last.languageWeight,
        countryWeight: last.countryWeight,
        repeatWeight: last.repeatWeight,
      };
      const usual = { goalWeight: 40, fieldWeight: 30, languageWeight: 20, countryWeight: 10, repeatWeight: 30 };
      const id = newId();
      em.create(MatchingDraftEntity, {
        id,
        organizationId,
        roundId,
        number: (last?.number ?? 0) + 1,
        ...(chosen ?? before ?? usual),
      });
      await em.flush();
      await enqueue(em, { kind: solveDraftJob, key: id, payload: { draft: id }, organizationId });
      return em.findOneOrFail(MatchingDraftEntity, { id }, { refresh: true });
    }),
  );
}

/** Ends a draft that is being solved; the job notices it. @throws DomainError NOT_FOUND or CONFLICT (it has ended) */
export async function cancelMatchingDraft(context: RequestContext, id: string): Promise<MatchingDraftEntity> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const draft = await em.findOne(MatchingDraftEntity, { id, organizationId }, { lockMode });
    if (!draft) throw new DomainError('NOT_FOUND', explain('no-draft'));
    if (draft.status !== 'solving') throw new DomainError('CONFLICT', explain('draft-ended'));
    em.assign(draft, { status: 'cancelled', endedAt: context.now() });
    await em.flush();
    return draft;
  });
}

/**
 * Locks two entries of a round together, or keeps them apart, in all drafts from now on; without a ruling the one before is taken back.
 *
 * @throws DomainError NOT_FOUND (no such entries in a round of the viewer's) or CONFLICT (published, or the mentee is locked to another one)
 */
export function ruleMatchingPair(
  context: RequestContext,
  { menteeEntryId, mentorEntryId, ruling = null }: RuleMatchingPairInput,
): Promise<MatchingEntryEntity> {
  const organizationId = context.requireOrganization();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const mentee = await em.findOne(MatchingEntryEntity, {
        id: menteeEntryId,
        organizationId,
        role: matchingRoles.MENTEE,
      });
      const mentor =
        mentee &&
        (await em.findOne(MatchingEntryEntity, {
          id: mentorEntryId,
          organizationId,
          roundId: mentee.roundId,
          role: matchingRoles.MENTOR,
        }));
      if (!mentor) throw new DomainError('NOT_FOUND', explain('no-entry'));
      const { roundId } = mentee;
      const round = await ownRound(em, { id: roundId, organizationId }, LockMode.PESSIMISTIC_WRITE);
      if (round.status !== 'open' && round.status !== 'draft') throw new DomainError('CONFLICT', explain('round-over'));
      await em.nativeDelete(MatchingRulingEntity, { roundId, menteeEntryId, mentorEntryId });
      if (ruling !== null) {
        em.create(MatchingRulingEntity, {
          id: newId(),
          organizationId,
          roundId,
          menteeEntryId,
          mentorEntryId,
          ruling,
        });
        await em.flush();
      }
      return mentee;
    }),
  );
}

const groups = {
  association: 'array[association_id::text]',
  country: 'array[country_code]',
  language: 'languages',
} as const;

/** How many enter a round and in how many pairs they are, by a group of theirs. */
export interface MatchingShare {
  /** By what they are grouped. */
  readonly by: keyof typeof groups | 'whole';
  /** The association's id or the code; null for who is in none, and for the whole. */
  readonly key: string | null;
  readonly entered: number;
  readonly matched: number;
  /** The mean score of the tenth of the group's pairs with the lowest scores, and of one at least; null without pairs. */
  readonly worstTenth: number | null;
}

/** How fair a draft is to mentees, by their association, country or language; a mentee of two languages counts in both. */
export function sharesOf(
  context: RequestContext,
  { draftId, by }: { readonly draftId: string; readonly by: keyof typeof groups },
): Promise<MatchingShare[]> {
  return runStatement<MatchingShare>(
    context.em,
    `with mentee as (
       select e.id, e.left_at, p.score, p.id as pair, unnest(${groups[by]}) as key
         from matching_draft d join matching_entry e on e.round_id = d.round_id and e.role = 'mentee'
         left join matching_pair p on p.draft_id = d.id and p.mentee_entry_id = e.id
        where d.id = ? and (e.left_at is null or p.id is not null)
     ), ranked as (
       select *, row_number() over (partition by key order by score nulls last) as place, count(pair) over (partition by key) as pairs
         from mentee
     )
     select ?::text as by, key, count(*)::int as entered, count(pair)::int as matched,
            round(avg(score) filter (where place <= greatest(1, pairs / 10) and pair is not null))::int as "worstTenth"
       from ranked group by key order by count(*) desc, key`,
    [draftId, by],
  );
}

/** The worst tenth of all pairs of a draft, as {@link MatchingShare} has it. */
export async function totalsOf(context: RequestContext, draftId: string): Promise<Omit<MatchingShare, 'key' | 'by'>> {
  const [totals] = await runStatement<Omit<MatchingShare, 'key' | 'by'>>(
    context.em,
    `with pair as (select score, row_number() over (order by score) as place, count(*) over () as pairs
                     from matching_pair where draft_id = ?)
     select (select count(*) from matching_draft d join matching_entry e on e.round_id = d.round_id and e.role = 'mentee'
              left join matching_pair p on p.draft_id = d.id and p.mentee_entry_id = e.id
             where d.id = ? and (e.left_at is null or p.id is not null))::int as entered,
            count(*)::int as matched, round(avg(score) filter (where place <= greatest(1, pairs / 10)))::int as "worstTenth"
       from pair`,
    [draftId, draftId],
  );
  if (!totals) throw new Error('An aggregate gives one row.');
  return totals;
}

/** What another draft of the round changes. */
export interface MatchingDifference {
  readonly kept: number;
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
}

/**
 * Compares a draft with another one of its round, or with the one that was ready before it.
 *
 * @returns how many mentees keep their mentor, get another one, get one now, and have none any more; null without another draft
 */
export async function compareDrafts(
  context: RequestContext,
  { draft: { id, roundId, number }, fromId }: { readonly draft: MatchingDraftEntity; readonly fromId: string | null },
): Promise<MatchingDifference | null> {
  const ready = { roundId, status: matchingDraftStatuses.READY };
  const [from] = await context.em.find(
    MatchingDraftEntity,
    fromId === null ? { ...ready, number: { $lt: number } } : { ...ready, id: fromId },
    { orderBy: [{ number: 'desc' }], limit: 1 },
  );
  if (!from) return null;
  const [difference] = await runStatement<MatchingDifference>(
    context.em,
    `select count(*) filter (where a.mentor_entry_id = b.mentor_entry_id)::int as kept,
            count(*) filter (where a.mentor_entry_id <> b.mentor_entry_id)::int as moved,
            count(*) filter (where a.id is null)::int as gained, count(*) filter (where b.id is null)::int as lost
       from (select id, mentee_entry_id, mentor_entry_id from matching_pair where draft_id = ?) a
       full join (select id, mentee_entry_id, mentor_entry_id from matching_pair where draft_id = ?) b using (mentee_entry_id)`,
    [from.id, id],
  );
  return difference ?? null;
}

/** A draft of a round of the viewer's own organisation. @throws DomainError NOT_FOUND */
export async function ownDraft(context: RequestContext, id: string): Promise<MatchingDraftEntity> {
  const draft = await context.em.findOne(MatchingDraftEntity, { id, organizationId: context.requireOrganization() });
  if (!draft) throw new DomainError('NOT_FOUND', explain('no-draft'));
  return draft;
}
