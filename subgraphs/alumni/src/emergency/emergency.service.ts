import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { PlatformEntity } from '../platform/platform.entity.js';
import { EmergencyEntity, emergencyAbroadStatuses, type EmergencyAbroadStatus } from './emergency.entity.js';
import { EmergencyEventEntity } from './emergency-event.entity.js';
import { textOf } from '../text/four-languages.rule.js';
import type { OpenEmergencyAbroadInput } from './emergency.input.js';

/** How long an emergency lasts at the most. */
const mostDays = 14;
const msOfDay = 86_400_000;

export function statusOf({ closedAt, confirmedAt }: EmergencyEntity): EmergencyAbroadStatus {
  if (closedAt) return emergencyAbroadStatuses.CLOSED;
  return confirmedAt ? emergencyAbroadStatuses.CONFIRMED : emergencyAbroadStatuses.OPENED;
}

/** Whether the viewer is not who opened it, which is what confirming takes. */
export function isOpenedBy(context: RequestContext, { openedBy, openedByIssuer }: EmergencyEntity): boolean {
  const { sub, issuer } = context.requireViewer();
  return openedBy === sub && (openedByIssuer ?? null) === (issuer ?? null);
}

/** The emergencies of the viewer's organisation, newest first. */
export function listEmergencies(
  context: RequestContext,
  args: ConnectionArgs,
  isOpen: boolean | null,
): Promise<Connection<EmergencyEntity>> {
  const organizationId = context.requireOrganization();
  const where = { organizationId, ...(isOpen !== null && { closedAt: isOpen ? null : { $ne: null } }) };
  return findConnection(context.em, EmergencyEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/** An emergency of the viewer's organisation; null for none. */
export function lookUpEmergency(context: RequestContext, id: string): Promise<EmergencyEntity | null> {
  return context.em.findOne(EmergencyEntity, { id, organizationId: context.requireOrganization() });
}

/** The same. @throws DomainError NOT_FOUND */
async function findEmergency(em: RequestContext['em'], context: RequestContext, id: string) {
  const found = await em.findOne(EmergencyEntity, { id, organizationId: context.requireOrganization() });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-emergency'));
  return found;
}

/**
 * The same, which a second person has confirmed and which is not over.
 *
 * @throws DomainError NOT_FOUND or CONFLICT
 */
export async function findConfirmed(em: RequestContext['em'], context: RequestContext, id: string) {
  const found = await findEmergency(em, context, id);
  if (found.closedAt) throw new DomainError('CONFLICT', explain('emergency-over'));
  if (!found.confirmedAt) throw new DomainError('CONFLICT', explain('emergency-unconfirmed'));
  return found;
}

/**
 * Opens an emergency; nobody is told before a second person confirms it.
 *
 * @throws DomainError FORBIDDEN (another organisation than the platform) or BAD_USER_INPUT (no place, or an end too late)
 */
export async function openEmergency(
  context: RequestContext,
  input: OpenEmergencyAbroadInput,
): Promise<EmergencyEntity> {
  const organizationId = context.requireOrganization();
  const { sub: openedBy, issuer } = context.requireViewer();
  const { area, endsAt } = input;
  if (area.countryCodes.length + area.cities.length + area.universities.length === 0) {
    throw new DomainError('BAD_USER_INPUT', explain('emergency-nowhere'));
  }
  const lasts = endsAt.getTime() - context.now().getTime();
  if (lasts <= 0 || lasts > mostDays * msOfDay) {
    throw new DomainError('BAD_USER_INPUT', explain('emergency-too-long', { most: mostDays }));
  }
  return context.em.transactional(async (em) => {
    if ((await em.count(PlatformEntity, { organizationId })) === 0) {
      throw new DomainError('FORBIDDEN', explain('emergency-by-platform'));
    }
    const id = newId();
    em.create(EmergencyEntity, {
      id,
      organizationId,
      event: textOf(input.event),
      isDrill: input.isDrill,
      ...area,
      answerMinutes: input.answerMinutes,
      silentMinutes: input.silentMinutes,
      openedBy,
      openedByIssuer: issuer ?? null,
      endsAt,
    });
    await em.flush();
    return em.findOneOrFail(EmergencyEntity, { id }, { refresh: true });
  });
}

async function change(
  context: RequestContext,
  id: string,
  how: (found: EmergencyEntity) => void,
): Promise<EmergencyEntity> {
  return context.em.transactional(async (em) => {
    const own = { id, organizationId: context.requireOrganization() };
    const found = await em.findOne(EmergencyEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-emergency'));
    if (found.closedAt) throw new DomainError('CONFLICT', explain('emergency-over'));
    how(found);
    await em.flush();
    return em.refreshOrFail(found);
  });
}

/**
 * Confirms an emergency that somebody else opened: from now on people can be alerted and check in.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (over, confirmed already, or the viewer opened it)
 */
export function confirmEmergency(context: RequestContext, id: string): Promise<EmergencyEntity> {
  return change(context, id, (found) => {
    if (found.confirmedAt) throw new DomainError('CONFLICT', explain('emergency-confirmed'));
    if (found.endsAt <= context.now()) throw new DomainError('CONFLICT', explain('emergency-over'));
    if (isOpenedBy(context, found)) throw new DomainError('CONFLICT', explain('emergency-second-person'));
    found.confirmedBy = context.requireViewer().sub;
    found.confirmedAt = context.now();
  });
}

/**
 * Closes an emergency. The database erases what says where somebody was, and keeps the figures.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (over already)
 */
export function closeEmergency(context: RequestContext, id: string): Promise<EmergencyEntity> {
  return change(context, id, (found) => {
    found.closedBy = context.requireViewer().sub;
    found.closedAt = context.now();
  });
}

/** What was done at the desk of an emergency, newest first. @throws DomainError NOT_FOUND */
export async function listEvents(
  context: RequestContext,
  id: string,
  args: ConnectionArgs,
): Promise<Connection<EmergencyEventEntity>> {
  await findEmergency(context.em, context, id);
  const where = { emergencyId: id };
  return findConnection(context.em, EmergencyEventEntity, { args, where, orderBy: [{ id: 'desc' }] });
}
