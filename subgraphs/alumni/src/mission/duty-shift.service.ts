import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { DutyShiftEntity } from './duty-shift.entity.js';
import { MissionEntity } from './mission.entity.js';

/** The longest that somebody is on duty at once. */
const mostHours = 168;

/** Shifts that a roster shows at the most. */
export const mostShifts = 100;

/** An officer as the identity provider names them. */
export interface OfficerName {
  readonly officer: string;
  readonly officerIssuer: string | null;
}

/** Who has duty now or later, the first first. */
export function listDuty(context: RequestContext): Promise<DutyShiftEntity[]> {
  return context.em.find(
    DutyShiftEntity,
    { organizationId: context.requireOrganization(), endsAt: { $gt: context.now() } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: mostShifts },
  );
}

/** Who is on duty at a moment, each once, in the order in which they came. */
export async function onDuty(
  em: RequestContext['em'],
  { organizationId, at }: { readonly organizationId: string; readonly at: Date },
): Promise<OfficerName[]> {
  const shifts = await em.find(
    DutyShiftEntity,
    { organizationId, startsAt: { $lte: at }, endsAt: { $gt: at } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: mostShifts },
  );
  const named = shifts.map(({ officer, officerIssuer = null }) => ({ officer, officerIssuer }));
  return [...new Map(named.map((one) => [JSON.stringify([one.officerIssuer, one.officer]), one])).values()];
}

/**
 * Puts the viewer on duty.
 *
 * @throws DomainError BAD_USER_INPUT (times) or NOT_FOUND (mission)
 */
export async function takeDuty(
  context: RequestContext,
  {
    missionId,
    startsAt,
    endsAt,
  }: { readonly missionId?: string | null; readonly startsAt: Date; readonly endsAt: Date },
): Promise<DutyShiftEntity> {
  const organizationId = context.requireOrganization();
  const { sub: officer, issuer } = context.requireViewer();
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  if (hours <= 0 || hours > mostHours || endsAt <= context.now()) {
    throw new DomainError('BAD_USER_INPUT', explain('duty-times', { most: mostHours }));
  }
  return context.em.transactional(async (em) => {
    if (missionId != null && !(await em.findOne(MissionEntity, { id: missionId, organizationId }))) {
      throw new DomainError('NOT_FOUND', explain('no-mission'));
    }
    return em.create(DutyShiftEntity, {
      id: newId(),
      organizationId,
      missionId: missionId ?? null,
      officer,
      officerIssuer: issuer ?? null,
      startsAt,
      endsAt,
    });
  });
}

/**
 * Ends a shift of the viewer's own now, or takes one back that has not begun.
 *
 * @throws DomainError NOT_FOUND when it is over or somebody else's
 */
export async function endDuty(context: RequestContext, id: string): Promise<DutyShiftEntity> {
  const organizationId = context.requireOrganization();
  const { sub: officer, issuer } = context.requireViewer();
  const now = context.now();
  return context.em.transactional(async (em) => {
    const shift = await em.findOne(DutyShiftEntity, {
      id,
      organizationId,
      officer,
      officerIssuer: issuer ?? null,
      endsAt: { $gt: now },
    });
    if (!shift) throw new DomainError('NOT_FOUND', explain('no-duty'));
    // A shift that has not begun is kept as one of a moment: it was there, and nobody had it.
    if (shift.startsAt >= now) shift.startsAt = new Date(now.getTime() - 1);
    shift.endsAt = now;
    return shift;
  });
}

/** Whether a shift is the viewer's. */
export function isOwnDuty(context: RequestContext, { officer, officerIssuer }: DutyShiftEntity): boolean {
  const { sub, issuer } = context.requireViewer();
  return officer === sub && (officerIssuer ?? null) === (issuer ?? null);
}
