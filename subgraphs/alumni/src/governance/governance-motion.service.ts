import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { findMeeting, liveMandate } from './governance-meeting.service.js';
import { GovernanceMotionEntity } from './governance-motion.entity.js';
import type { CastGovernanceVoteInput, PaperBallotInput, PutGovernanceMotionInput } from './governance-motion.input.js';
import { inBody } from './governance-refusal.service.js';

type Database = RequestContext['em'];

/** A motion of the viewer's own organisation, locked. @throws DomainError NOT_FOUND */
async function ownMotion(
  em: Database,
  where: { readonly id: string; readonly organizationId: string },
): Promise<GovernanceMotionEntity> {
  const motion = await em.findOne(GovernanceMotionEntity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!motion) throw new DomainError('NOT_FOUND', explain('no-motion'));
  return motion;
}

/** Puts a motion before a meeting. @throws DomainError NOT_FOUND or CONFLICT (the meeting is over) */
export function putMotion(
  context: RequestContext,
  { meetingId, text, majority }: PutGovernanceMotionInput,
): Promise<GovernanceMotionEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const meeting = await findMeeting(em, meetingId);
      if (meeting.organizationId !== organizationId) throw new DomainError('NOT_FOUND', explain('no-body-meeting'));
      const id = newId();
      em.create(GovernanceMotionEntity, { id, organizationId, bodyId: meeting.bodyId, meetingId, text, majority });
      await em.flush();
      return em.findOneOrFail(GovernanceMotionEntity, { id }, { refresh: true });
    }),
  );
}

/** Opens the vote on a motion, or ends it: then who is there and the votes are counted. @throws DomainError NOT_FOUND or CONFLICT */
export function moveVote(
  context: RequestContext,
  { motionId: id, to }: { readonly motionId: string; readonly to: 'open' | 'closed' },
): Promise<GovernanceMotionEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const motion = await ownMotion(em, { id, organizationId });
      if (motion.status === to) throw new DomainError('CONFLICT', explain('motion-otherwise'));
      motion.status = to;
      await em.flush();
      return em.findOneOrFail(GovernanceMotionEntity, { id }, { refresh: true });
    }),
  );
}

/**
 * Records the result of a ballot on paper, which nobody can tell apart by people.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (more ballots than people) or CONFLICT (a vote was opened, or the meeting is not open)
 */
export function recordPaperBallot(
  context: RequestContext,
  { motionId: id, votesFor, votesAgainst, abstentions }: PaperBallotInput,
): Promise<GovernanceMotionEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const motion = await ownMotion(em, { id, organizationId });
      if (motion.status !== 'draft') throw new DomainError('CONFLICT', explain('motion-otherwise'));
      em.assign(motion, { status: 'closed', isPaper: true, votesFor, votesAgainst, abstentions });
      await em.flush();
      return em.findOneOrFail(GovernanceMotionEntity, { id }, { refresh: true });
    }),
  );
}

/**
 * Casts the viewer's vote, or that of somebody who gave them a proxy. It is cast once, whoever else tries at the same time.
 *
 * @throws DomainError NOT_FOUND, FORBIDDEN (no live mandate, or no proxy) or CONFLICT (not open, absent, or cast already)
 */
export function castVote(
  context: RequestContext,
  { motionId, choice, forMandateId = null }: CastGovernanceVoteInput,
): Promise<GovernanceMotionEntity> {
  context.requireVolunteer();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const motion = await em.findOne(GovernanceMotionEntity, { id: motionId });
      if (!motion) throw new DomainError('NOT_FOUND', explain('no-motion'));
      const castBy = await liveMandate(em, motion.bodyId);
      await runStatement(
        em,
        `insert into governance_vote (id, organization_id, body_id, motion_id, mandate_id, cast_by, choice) values (?, ?, ?, ?, ?, ?, ?)`,
        [newId(), motion.organizationId, motion.bodyId, motionId, forMandateId ?? castBy, castBy, choice],
      );
      return motion;
    }),
  );
}
