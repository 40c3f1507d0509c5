import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { textOf } from '../text/four-languages.rule.js';
import { ownBody } from './governance-mandate.service.js';
import { GovernanceMeetingEntity, type GovernanceMeetingStatus } from './governance-meeting.entity.js';
import type { PlanGovernanceMeetingInput } from './governance-meeting.input.js';
import { GovernanceMinutesEntity } from './governance-minutes.entity.js';
import { inBody } from './governance-refusal.service.js';

type Database = RequestContext['em'];

/** A meeting that the viewer may read. @throws DomainError NOT_FOUND */
export async function findMeeting(em: Database, id: string): Promise<GovernanceMeetingEntity> {
  const meeting = await em.findOne(GovernanceMeetingEntity, { id });
  if (!meeting) throw new DomainError('NOT_FOUND', explain('no-body-meeting'));
  return meeting;
}

/** The id of the viewer's mandate in a body, live at this instant. @throws DomainError FORBIDDEN without one */
export async function liveMandate(em: Database, bodyId: string): Promise<string> {
  const [row] = await runStatement<{ mandate: string | null }>(em, 'select app_mandate(?) as mandate', [bodyId]);
  const mandate = row?.mandate ?? null;
  if (mandate === null) throw new DomainError('FORBIDDEN', explain('mandate-not-live'));
  return mandate;
}

/** The meetings of a body, or of all, the newest first, as far as the viewer may read them. */
export function listMeetings(
  context: RequestContext,
  args: ConnectionArgs,
  bodyId: string | null,
): Promise<Connection<GovernanceMeetingEntity>> {
  return findConnection(context.em, GovernanceMeetingEntity, {
    args,
    ...(bodyId !== null && { where: { bodyId } }),
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  });
}

/** Plans a meeting of a body of the viewer's own organisation. @throws DomainError NOT_FOUND */
export function planMeeting(
  context: RequestContext,
  { bodyId, title, startsAt }: PlanGovernanceMeetingInput,
): Promise<GovernanceMeetingEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      await ownBody(em, { id: bodyId, organizationId });
      const id = newId();
      em.create(GovernanceMeetingEntity, { id, organizationId, bodyId, title: textOf(title), startsAt });
      await em.flush();
      return em.findOneOrFail(GovernanceMeetingEntity, { id }, { refresh: true });
    }),
  );
}

/** Opens, closes or cancels a meeting. @throws DomainError NOT_FOUND or CONFLICT (it stands otherwise, or a vote is open) */
export function moveMeeting(
  context: RequestContext,
  { id, to }: { readonly id: string; readonly to: GovernanceMeetingStatus },
): Promise<GovernanceMeetingEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const meeting = await em.findOne(GovernanceMeetingEntity, { id, organizationId }, { lockMode });
      if (!meeting) throw new DomainError('NOT_FOUND', explain('no-body-meeting'));
      meeting.status = to;
      await em.flush();
      return em.findOneOrFail(GovernanceMeetingEntity, { id }, { refresh: true });
    }),
  );
}

/** Notes that the viewer is at a meeting; a proxy that they gave ends. @throws DomainError NOT_FOUND, FORBIDDEN or CONFLICT */
export function attendMeeting(context: RequestContext, meetingId: string): Promise<GovernanceMeetingEntity> {
  context.requireVolunteer();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const meeting = await findMeeting(em, meetingId);
      const mandate = await liveMandate(em, meeting.bodyId);
      await runStatement(
        em,
        'insert into governance_presence (organization_id, body_id, meeting_id, mandate_id) values (?, ?, ?, ?)',
        [meeting.organizationId, meeting.bodyId, meetingId, mandate],
      );
      return meeting;
    }),
  );
}

/**
 * Gives somebody else of the body the viewer's voice at a meeting, or takes it back.
 *
 * @param proxy.holderId the other one's mandate; null takes back
 * @throws DomainError NOT_FOUND, FORBIDDEN (no live mandate) or CONFLICT (present, given already, or the holder has enough)
 */
export function passVoice(
  context: RequestContext,
  { meetingId, holderId }: { readonly meetingId: string; readonly holderId: string | null },
): Promise<GovernanceMeetingEntity> {
  context.requireVolunteer();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const meeting = await findMeeting(em, meetingId);
      const giver = await liveMandate(em, meeting.bodyId);
      if (holderId === null) {
        const ended = await runStatement(
          em,
          `update governance_proxy set ended_at = app_now() where meeting_id = ? and giver_id = ? and ended_at is null returning id`,
          [meetingId, giver],
        );
        if (ended.length === 0) throw new DomainError('NOT_FOUND', explain('no-proxy'));
        return meeting;
      }
      await runStatement(
        em,
        `insert into governance_proxy (id, organization_id, body_id, meeting_id, giver_id, holder_id) values (?, ?, ?, ?, ?, ?)`,
        [newId(), meeting.organizationId, meeting.bodyId, meetingId, giver, holderId],
      );
      return meeting;
    }),
  );
}

/** Publishes the minutes of a meeting that is closed, or a corrected version of them. @throws DomainError NOT_FOUND or CONFLICT */
export function publishMinutes(
  context: RequestContext,
  { meetingId, text }: { readonly meetingId: string; readonly text: string },
): Promise<GovernanceMeetingEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const meeting = await em.findOne(GovernanceMeetingEntity, { id: meetingId, organizationId }, { lockMode });
      if (!meeting) throw new DomainError('NOT_FOUND', explain('no-body-meeting'));
      if (meeting.status !== 'closed') throw new DomainError('CONFLICT', explain('meeting-stands-otherwise'));
      const version = (await em.count(GovernanceMinutesEntity, { meetingId })) + 1;
      em.create(GovernanceMinutesEntity, {
        id: newId(),
        organizationId,
        bodyId: meeting.bodyId,
        meetingId,
        version,
        text,
      });
      await em.flush();
      return meeting;
    }),
  );
}
