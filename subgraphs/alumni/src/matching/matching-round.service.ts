import { textOf } from '../text/four-languages.rule.js';
import { readConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { indexByKey } from '@birlik/kernel/loader';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import type { OpenMatchingRoundInput } from './matching-round.input.js';
import { MatchingRoundEntity, type MatchingRoundStatus } from './matching-round.entity.js';
import { inRound } from './matching-refusal.service.js';

/** A round of the viewer's own organisation. @throws DomainError NOT_FOUND */
export async function ownRound(
  em: RequestContext['em'],
  where: { readonly id: string; readonly organizationId: string },
  lockMode: LockMode.NONE | LockMode.PESSIMISTIC_WRITE = LockMode.NONE,
): Promise<MatchingRoundEntity> {
  const round = await em.findOne(MatchingRoundEntity, where, { lockMode });
  if (!round) throw new DomainError('NOT_FOUND', explain('no-round'));
  return round;
}

/** Opens a round of the viewer's own organisation. @throws DomainError BAD_USER_INPUT when it ends before it begins */
export async function openMatchingRound(
  context: RequestContext,
  { name, opensOn, closesOn, answerDays }: OpenMatchingRoundInput,
): Promise<MatchingRoundEntity> {
  if (closesOn < opensOn) throw new DomainError('BAD_USER_INPUT', explain('ends-before-it-begins'));
  const round = context.em.create(MatchingRoundEntity, {
    id: newId(),
    organizationId: context.requireOrganization(),
    name: textOf(name),
    opensOn,
    closesOn,
    status: 'open',
    answerDays: answerDays ?? 14,
  });
  await context.em.flush();
  return round;
}

/** From which statuses a round comes to which others by the coordinator's word. */
const before: Readonly<Partial<Record<MatchingRoundStatus, readonly MatchingRoundStatus[]>>> = {
  draft: ['open'],
  open: ['draft'],
  cancelled: ['open', 'draft'],
};

/**
 * Closes a round to entries, opens it to them again, or cancels it.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (it is not in a status from which that is done)
 */
export function moveMatchingRound(
  context: RequestContext,
  { id, to }: { readonly id: string; readonly to: 'draft' | 'open' | 'cancelled' },
): Promise<MatchingRoundEntity> {
  const organizationId = context.requireOrganization();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const round = await ownRound(em, { id, organizationId }, LockMode.PESSIMISTIC_WRITE);
      if (before[to]?.includes(round.status) !== true) throw new DomainError('CONFLICT', explain('round-otherwise'));
      round.status = to;
      await em.flush();
      return round;
    }),
  );
}

/**
 * Publishes a draft: each of its pairs becomes a mentorship that waits for the mentor's answer, and both are told. It is published once,
 * whoever else tries at the same time.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (the round is no draft, or the draft is not ready)
 */
export function publishMatchingDraft(context: RequestContext, draftId: string): Promise<MatchingRoundEntity> {
  const organizationId = context.requireOrganization();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const [draft] = await runStatement<{ round: string }>(
        em,
        'select round_id as round from matching_draft where id = ? and organization_id = ?',
        [draftId, organizationId],
      );
      if (!draft) throw new DomainError('NOT_FOUND', explain('no-draft'));
      await runStatement(em, 'select publish_matching_draft(?)', [draftId]);
      return ownRound(em, { id: draft.round, organizationId });
    }),
  );
}

/** The rounds that people may enter today, and those in which the viewer or their association takes part, newest first. */
export function findEnterableRounds(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<MatchingRoundEntity>> {
  const today = context.today();
  const organizationId = context.organizationId;
  const volunteerId = context.viewer?.volunteerId ?? null;
  return readConnection<MatchingRoundEntity>(context.em, args, {
    length: 1,
    cursorOf: ({ id }) => [id],
    async read({ after, before, backwards, most }) {
      const rows = await runStatement<{ id: string }>(
        context.em,
        `select id from matching_round r
          where (status = 'open' and opens_on <= ?::date and closes_on >= ?::date
                 or exists (select from matching_entry e where e.round_id = r.id and e.volunteer_id = ?::uuid)
                 or exists (select from matching_association a where a.round_id = r.id and a.organization_id = ?::uuid))
            and status <> 'cancelled'
            and (?::uuid is null or id < ?::uuid) and (?::uuid is null or id > ?::uuid)
          order by id ${backwards ? 'asc' : 'desc'} limit ?`,
        [
          today,
          today,
          volunteerId,
          organizationId,
          ...[after?.[0], after?.[0], before?.[0], before?.[0]].map((one) => one ?? null),
          most,
        ],
      );
      const ids = rows.map(({ id }) => id);
      const found = await context.em.find(MatchingRoundEntity, { id: { $in: ids } });
      return indexByKey(ids, found, ({ id }) => id).filter((round) => round !== null);
    },
  });
}
