import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { enqueue, type ClaimedJob } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { ConstraintViolationException, LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { onDuty, type OfficerName } from '../mission/duty-shift.service.js';
import { CheckInEntity, checkInStates } from './check-in.entity.js';
import { noteEvent } from './emergency-event.service.js';
import { EmergencyEntity } from './emergency.entity.js';
import { EmergencyPersonEntity } from './emergency-person.entity.js';
import { findConfirmed } from './emergency.service.js';
import type { NewTransportListInput } from './emergency-desk.input.js';
import { TransportListEntity } from './transport-list.entity.js';

/** How long what somebody says of where they are counts as confirmed. */
const confirmedDays = 90;

/** The figures of a desk; what is not kept is null when an emergency is closed. */
export interface Headcount {
  readonly known: number;
  readonly confirmed: number | null;
  readonly byRecord: number | null;
  readonly bySubscription: number | null;
  readonly safe: number;
  readonly needHelp: number;
  readonly unanswered: number | null;
  readonly silent: number | null;
}

/** How many there are now, or were at the end. */
export async function countHeads(context: RequestContext, emergency: EmergencyEntity): Promise<Headcount> {
  const { id, closedAt, silentMinutes } = emergency;
  if (closedAt) {
    const { known, safe, needHelp } = emergency;
    const gone = { confirmed: null, byRecord: null, bySubscription: null, unanswered: null, silent: null };
    return { known: known ?? 0, safe: safe ?? 0, needHelp: needHelp ?? 0, ...gone };
  }
  const [row] = await runStatement<Headcount>(
    context.em,
    `select people.*, said.*, case when app_now() >= (select min(sent_at) from emergency_alert where emergency_id = ?) + make_interval(mins => ?)
              then known - own end as silent
       from (select count(*)::int as known, count(*) filter (where confirmed_on > app_today() - ${confirmedDays})::int as confirmed,
                    count(*) filter (where by_record)::int as "byRecord", count(*) filter (where by_subscription)::int as "bySubscription"
               from emergency_person where emergency_id = ?) people,
            (select count(*) filter (where state = 'safe')::int as safe, count(*) filter (where state = 'need-help')::int as "needHelp",
                    count(*) filter (where state = 'need-help' and answered_at is null)::int as unanswered,
                    count(*) filter (where exists (select from emergency_person p where p.emergency_id = c.emergency_id and p.volunteer_id = c.volunteer_id))::int as own
               from check_in c where emergency_id = ?) said`,
    [id, silentMinutes, id, id],
  );
  if (!row) throw new Error('A count gives one row.');
  return row;
}

/** Those whom an emergency concerns, by the ids of their rows; with `isSilent`, who said nothing so far. */
export async function listConcerned(
  context: RequestContext,
  {
    emergencyId,
    args,
    isSilent,
  }: { readonly emergencyId: string; readonly args: ConnectionArgs; readonly isSilent: boolean },
): Promise<Connection<EmergencyPersonEntity>> {
  const organizationId = context.requireOrganization();
  await findConfirmed(context.em, context, emergencyId);
  const said = isSilent
    ? await runStatement<{ id: string }>(
        context.em,
        `select p.id from emergency_person p join check_in c on c.emergency_id = p.emergency_id and c.volunteer_id = p.volunteer_id
          where p.emergency_id = ?`,
        [emergencyId],
      )
    : [];
  const where = { organizationId, emergencyId, ...(said.length > 0 && { id: { $nin: said.map(({ id }) => id) } }) };
  return findConnection(context.em, EmergencyPersonEntity, { args, where, orderBy: [{ id: 'asc' }] });
}

/** Changes check-ins of one emergency of the viewer's organisation, all or none. @returns how many */
async function changeCheckIns(
  context: RequestContext,
  ids: readonly string[],
  how: (em: RequestContext['em'], found: CheckInEntity) => void,
): Promise<number> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    const found = await em.find(
      CheckInEntity,
      { id: { $in: [...ids] }, organizationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    if (found.length < new Set(ids).size) throw new DomainError('NOT_FOUND', explain('no-check-in'));
    for (const one of found) how(em, one);
    await em.flush();
    return found.length;
  });
}

/**
 * Gives check-ins to an officer who is on duty now, or to the viewer.
 *
 * @throws DomainError NOT_FOUND (check-in) or CONFLICT (the officer is not on duty)
 */
export async function assignCheckIns(
  context: RequestContext,
  { checkInIds, officer }: { readonly checkInIds: readonly string[]; readonly officer: string | null },
): Promise<number> {
  const { sub, issuer } = context.requireViewer();
  const organizationId = context.requireOrganization();
  let to: OfficerName | undefined = { officer: sub, officerIssuer: issuer ?? null };
  if (officer !== null) {
    const duty = await onDuty(context.em, { organizationId, at: context.now() });
    to = duty.find((one) => one.officer === officer);
  }
  if (!to) throw new DomainError('CONFLICT', explain('not-on-duty'));
  const { officer: assignedTo, officerIssuer: assignedToIssuer } = to;
  return changeCheckIns(context, checkInIds, (em, found) => {
    em.assign(found, { assignedTo, assignedToIssuer });
    noteEvent(em, context, { ...placeOf(found), action: 'assigned', toWhom: assignedTo });
  });
}

/** Notes that calls for help were answered. @throws DomainError NOT_FOUND */
export function answerCheckIns(context: RequestContext, checkInIds: readonly string[]): Promise<number> {
  const { sub: answeredBy } = context.requireViewer();
  return changeCheckIns(context, checkInIds, (em, found) => {
    if (found.answeredAt) return;
    em.assign(found, { answeredAt: context.now(), answeredBy });
    noteEvent(em, context, { ...placeOf(found), action: 'answered' });
  });
}

const placeOf = ({ id: checkInId, emergencyId, organizationId }: CheckInEntity) => ({
  checkInId,
  emergencyId,
  organizationId,
});

/** A list for a bus or a plane. @throws DomainError NOT_FOUND or CONFLICT (over, or not confirmed) */
export async function makeTransportList(
  context: RequestContext,
  { emergencyId, name, vehicle, seats, leavesAt = null }: NewTransportListInput,
): Promise<TransportListEntity> {
  return context.em.transactional(async (em) => {
    const { organizationId } = await findConfirmed(em, context, emergencyId);
    noteEvent(em, context, { organizationId, emergencyId, action: 'listed', toWhom: name });
    return em.create(TransportListEntity, { id: newId(), organizationId, emergencyId, name, vehicle, seats, leavesAt });
  });
}

/**
 * Gives check-ins a seat of a list, or takes theirs away.
 *
 * @throws DomainError NOT_FOUND (check-in, list) or CONFLICT (no seat is left)
 */
export async function seatCheckIns(
  context: RequestContext,
  { checkInIds, transportListId }: { readonly checkInIds: readonly string[]; readonly transportListId: string | null },
): Promise<number> {
  try {
    return await changeCheckIns(context, checkInIds, (em, found) => void em.assign(found, { transportListId }));
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    const { constraint } = error as { constraint?: unknown };
    if (constraint === 'transport_list_seats') throw new DomainError('CONFLICT', explain('no-seat-left'));
    if (constraint === 'transport_list_emergency') throw new DomainError('NOT_FOUND', explain('no-transport-list'));
    throw error;
  }
}

/** Lists that are shown at once. */
export const mostTransportLists = 50;

export function listTransports(context: RequestContext, emergencyId: string): Promise<TransportListEntity[]> {
  return context.em.find(TransportListEntity, { emergencyId }, { orderBy: { id: 'asc' }, limit: mostTransportLists });
}

/** Gives a call for help that nobody answered to the next on duty, and looks again after the same time. */
export async function escalateCall(
  em: RequestContext['em'],
  { payload, organizationId }: ClaimedJob,
  at: Date,
): Promise<void> {
  const found = await em.findOne(
    CheckInEntity,
    {
      id: String(payload['checkIn']),
      calls: Number(payload['call']),
      state: checkInStates.NEED_HELP,
      answeredAt: null,
    },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!found || organizationId === null) return;
  const { answerMinutes } = await em.findOneOrFail(EmergencyEntity, { id: found.emergencyId });
  const duty = await onDuty(em, { organizationId, at });
  const place = duty.findIndex((one) => one.officer === found.assignedTo);
  const next = duty[(place + 1) % Math.max(duty.length, 1)];
  const escalations = found.escalations + 1;
  em.assign(found, { escalations, ...(next && { assignedTo: next.officer, assignedToIssuer: next.officerIssuer }) });
  noteEvent(em, null, { ...placeOf(found), action: 'escalated', ...(next && { toWhom: next.officer }) });
  await enqueue(em, {
    kind: 'escalate a call for help',
    key: `${found.id} ${found.calls} ${escalations}`,
    payload: { checkIn: found.id, call: found.calls },
    dueAt: new Date(at.getTime() + answerMinutes * 60_000),
    organizationId,
  });
}
