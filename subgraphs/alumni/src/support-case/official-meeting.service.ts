import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { CaseClusterEntity, ClusteredCaseEntity } from './case-cluster.entity.js';
import { AgendaItemEntity, OfficialMeetingEntity } from './official-meeting.entity.js';
import type {
  AddAgendaItemInput,
  CreateCaseClusterInput,
  DecideAgendaItemInput,
  PlanOfficialMeetingInput,
  PublishOfficialMeetingInput,
} from './official-meeting.input.js';
import { textOf } from '../text/four-languages.rule.js';
import { refusedCase } from './support-case-refusal.service.js';

type Database = RequestContext['em'];

/** A planned meeting of the viewer's platform, with its row locked. @throws DomainError NOT_FOUND or CONFLICT (not planned) */
async function ownMeeting(context: RequestContext, em: Database, id: string): Promise<OfficialMeetingEntity> {
  const where = { id, organizationId: context.requireOrganization() };
  const found = await em.findOne(OfficialMeetingEntity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-meeting'));
  if (found.status !== 'planned') throw new DomainError('CONFLICT', explain('meeting-otherwise'));
  return found;
}

/** Refuses whoever acts for another organisation than the platform, which row-level security does for reads. */
async function requirePlatform(em: Database): Promise<void> {
  const [row] = await em.execute<{ acts: boolean }[]>('select acts_for_platform() as acts');
  if (row?.acts !== true) throw new DomainError('FORBIDDEN', explain('platform-only'));
}

/** Changes what the platform has; the database refuses what may not be. */
const asPlatform = <Result>(context: RequestContext, change: (em: Database) => Promise<Result>): Promise<Result> =>
  refusedCase(() =>
    context.em.transactional(async (em) => {
      await requirePlatform(em);
      return change(em);
    }),
  );

/** Makes a cluster of cases of one kind. @throws DomainError FORBIDDEN, BAD_USER_INPUT (another kind) or CONFLICT (clustered already) */
export function createCluster(context: RequestContext, input: CreateCaseClusterInput): Promise<CaseClusterEntity> {
  const { trouble, countryCode = null, summary, caseIds } = input;
  return asPlatform(context, async (em) => {
    const [id, organizationId] = [newId(), context.requireOrganization()];
    em.create(CaseClusterEntity, { id, organizationId, trouble, countryCode, summary: textOf(summary) });
    await em.flush();
    for (const caseId of new Set(caseIds)) em.create(ClusteredCaseEntity, { caseId, clusterId: id, organizationId });
    await em.flush();
    return em.findOneOrFail(CaseClusterEntity, { id }, { refresh: true });
  });
}

/**
 * Puts a case into a cluster, or takes it out.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (another kind) or CONFLICT (clustered already, or too few would be left)
 */
export function moveCase(
  context: RequestContext,
  { clusterId, caseId, isIn }: { readonly clusterId: string; readonly caseId: string; readonly isIn: boolean },
): Promise<CaseClusterEntity> {
  return asPlatform(context, async (em) => {
    const organizationId = context.requireOrganization();
    const found = await em.findOne(CaseClusterEntity, { id: clusterId, organizationId });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-cluster'));
    if (isIn) em.create(ClusteredCaseEntity, { caseId, clusterId, organizationId });
    else if ((await em.nativeDelete(ClusteredCaseEntity, { caseId, clusterId })) === 0)
      throw new DomainError('NOT_FOUND', explain('no-case'));
    await em.flush();
    return em.findOneOrFail(CaseClusterEntity, { id: clusterId }, { refresh: true });
  });
}

export function planMeeting(context: RequestContext, input: PlanOfficialMeetingInput): Promise<OfficialMeetingEntity> {
  const { title, officials, startsAt } = input;
  return asPlatform(context, async (em) => {
    const [id, organizationId] = [newId(), context.requireOrganization()];
    em.create(OfficialMeetingEntity, {
      id,
      organizationId,
      title: textOf(title),
      officials: textOf(officials),
      startsAt,
    });
    await em.flush();
    return em.findOneOrFail(OfficialMeetingEntity, { id }, { refresh: true });
  });
}

/**
 * Puts a cluster, or a single grave case with its person's consent, on the agenda.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (neither or both) or CONFLICT (too few people, no consent, not planned, there already)
 */
export function addItem(context: RequestContext, input: AddAgendaItemInput): Promise<OfficialMeetingEntity> {
  const { meetingId, clusterId = null, caseId = null } = input;
  if ((clusterId === null) === (caseId === null)) throw new DomainError('BAD_USER_INPUT', explain('agenda-one'));
  return asPlatform(context, async (em) => {
    const meeting = await ownMeeting(context, em, meetingId);
    if (clusterId !== null && !(await em.findOne(CaseClusterEntity, { id: clusterId })))
      throw new DomainError('NOT_FOUND', explain('no-cluster'));
    const organizationId = context.requireOrganization();
    em.create(AgendaItemEntity, { id: newId(), organizationId, meetingId, clusterId, caseId });
    await em.flush();
    return meeting;
  });
}

async function ownItem(context: RequestContext, em: Database, id: string): Promise<AgendaItemEntity> {
  const found = await em.findOne(AgendaItemEntity, { id, organizationId: context.requireOrganization() });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-agenda-item'));
  return found;
}

/** Takes a point from the agenda of a planned meeting. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (published) */
export function removeItem(context: RequestContext, itemId: string): Promise<OfficialMeetingEntity> {
  return asPlatform(context, async (em) => {
    const item = await ownItem(context, em, itemId);
    const meeting = await ownMeeting(context, em, item.meetingId);
    em.remove(item);
    await em.flush();
    return meeting;
  });
}

/** Says what was decided on a point; it can be said anew until it is published. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT */
export function decideItem(context: RequestContext, input: DecideAgendaItemInput): Promise<OfficialMeetingEntity> {
  return asPlatform(context, async (em) => {
    const item = await ownItem(context, em, input.itemId);
    item.decision = textOf(input.decision);
    await em.flush();
    return em.findOneOrFail(OfficialMeetingEntity, { id: item.meetingId });
  });
}

/** Publishes the decisions, each of which answers its cases. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (undecided, not planned) */
export function publishMeeting(
  context: RequestContext,
  { meetingId, minutes }: PublishOfficialMeetingInput,
): Promise<OfficialMeetingEntity> {
  return asPlatform(context, async (em) => {
    em.assign(await ownMeeting(context, em, meetingId), { status: 'published', minutes });
    await em.flush();
    return em.findOneOrFail(OfficialMeetingEntity, { id: meetingId }, { refresh: true });
  });
}

/** Cancels a planned meeting. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (not planned) */
export function cancelMeeting(context: RequestContext, meetingId: string): Promise<OfficialMeetingEntity> {
  return asPlatform(context, async (em) => {
    const meeting = await ownMeeting(context, em, meetingId);
    meeting.status = 'cancelled';
    await em.flush();
    return meeting;
  });
}
