import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { CheckInEntity, type CheckInState } from './check-in.entity.js';
import { codeForm, type CheckInByLinkInput, type CheckInInput } from './check-in.input.js';
import type { CheckInReceipt } from './check-in.type.js';
import { EmergencyEntity } from './emergency.entity.js';

/** What the database says of a report. */
type Outcome = 'taken' | 'over' | 'too-many';

interface Report {
  readonly code: string;
  readonly reportId: string;
  readonly checkInId: string;
  readonly isOwn: boolean;
  readonly state: CheckInState;
  readonly name?: string | null;
  readonly contact?: string | null;
  readonly place?: string | null;
}

/** Which check-ins a desk shows; all if nothing is set. */
export interface CheckInFilter {
  readonly state?: CheckInState | null;
  readonly isAnswered?: boolean | null;
  readonly transportListId?: string | null;
}

/** An emergency by the code of its link; null when there is none, and when it is over. */
export async function findByCode(context: RequestContext, code: string): Promise<EmergencyEntity | null> {
  if (!codeForm.test(code)) return null;
  const [row] = await runStatement<Record<string, unknown>>(context.em, 'select * from emergency_by_code(?)', [code]);
  return row ? context.em.map(EmergencyEntity, row) : null;
}

/** The viewer's own report. @throws DomainError NOT_FOUND (no such emergency, or over) or LIMIT_REACHED */
export function checkIn(context: RequestContext, input: CheckInInput): Promise<CheckInReceipt> {
  context.requireVolunteer();
  return report(context, { ...input, checkInId: newId(), isOwn: true });
}

/** A report without an account. @throws DomainError NOT_FOUND (no such emergency, or over) or LIMIT_REACHED */
export function checkInByLink(context: RequestContext, input: CheckInByLinkInput): Promise<CheckInReceipt> {
  return report(context, { ...input, isOwn: false });
}

async function report(context: RequestContext, one: Report): Promise<CheckInReceipt> {
  const { code, reportId, checkInId, isOwn, state, name = null, contact = null, place = null } = one;
  const [row] = await context.em.transactional((em) =>
    runStatement<{ outcome: Outcome }>(em, 'select report_check_in(?, ?, ?, ?, ?, ?, ?, ?) as outcome', [
      code,
      reportId,
      checkInId,
      isOwn,
      state,
      name,
      contact,
      place,
    ]),
  );
  if (row?.outcome === 'too-many') throw new DomainError('LIMIT_REACHED', explain('check-in-too-many'));
  if (row?.outcome !== 'taken') throw new DomainError('NOT_FOUND', explain('check-in-over'));
  return { state };
}

/** The emergencies that concern the viewer and are not over, newest first. */
export async function findOwnEmergencies(context: RequestContext, most: number): Promise<EmergencyEntity[]> {
  context.requireVolunteer();
  return context.em.find(
    EmergencyEntity,
    { closedAt: null, confirmedAt: { $ne: null } },
    { orderBy: { id: 'desc' }, limit: most },
  );
}

/** What the viewer said in an emergency; null for nothing. */
export function findOwnCheckIn(context: RequestContext, emergencyId: string): Promise<CheckInEntity | null> {
  return context.em.findOne(CheckInEntity, { emergencyId, volunteerId: context.requireVolunteer() });
}

/** The check-ins of an emergency of the viewer's organisation: calls for help first, then who said it longest ago. */
export function listCheckIns(
  context: RequestContext,
  {
    emergencyId,
    args,
    filter,
  }: { readonly emergencyId: string; readonly args: ConnectionArgs; readonly filter: CheckInFilter },
): Promise<Connection<CheckInEntity>> {
  const organizationId = context.requireOrganization();
  const { state, isAnswered, transportListId } = filter;
  const where = {
    organizationId,
    emergencyId,
    ...(state != null && { state }),
    ...(isAnswered != null && { answeredAt: isAnswered ? { $ne: null } : null }),
    ...(transportListId != null && { transportListId }),
  };
  return findConnection(context.em, CheckInEntity, {
    args,
    where,
    orderBy: [{ state: 'asc' }, { changedAt: 'asc' }, { id: 'asc' }],
  });
}
