import { transactionalFor } from '@birlik/kernel/database';
import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { defineRefusal, DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode, raw } from '@mikro-orm/core';
import { endRights } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { EmergencyOrganizationEntity } from './emergency-organization.entity.js';
import { EmergencyPersonEntity } from './emergency-person.entity.js';
import { EmergencyEntity, emergencyStatuses, type EmergencyStatus } from './emergency.entity.js';
import { isOwnProposalById } from './emergency.loader.js';

export interface ProposedEmergency {
  readonly event: string;
  readonly reason: string;
  readonly endsAt: Date;
  readonly organizationIds?: readonly string[] | null;
  readonly volunteerIds?: readonly string[] | null;
}

const longestHours = 72;

/** A row of `reach` is written for everybody whom an emergency concerns. */
const writingLimitMs = 60_000;

/** What the trigger of the table refuses. */
defineRefusal('BE022', explain('emergency-for-umbrellas'));

/** The emergencies of the viewer's organisation, newest first; the database shows the office all of them. */
export function listEmergencies(context: RequestContext, args: ConnectionArgs): Promise<Connection<EmergencyEntity>> {
  return findConnection(context.em, EmergencyEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** What has become of an emergency by now. */
export function statusOf({ confirmedAt, closedAt, endsAt }: EmergencyEntity): EmergencyStatus {
  if (closedAt) return emergencyStatuses.CLOSED;
  const isOver = endsAt <= new Date();
  if (confirmedAt) return isOver ? emergencyStatuses.ENDED : emergencyStatuses.OPEN;
  return isOver ? emergencyStatuses.LAPSED : emergencyStatuses.PROPOSED;
}

/** Whether the viewer is the second person whom an emergency waits for. */
export async function mayConfirm(context: RequestContext, emergency: EmergencyEntity): Promise<boolean> {
  const waits =
    statusOf(emergency) === emergencyStatuses.PROPOSED && emergency.organizationId === context.organizationId;
  return waits && !(await isOwnProposalById.load(context, emergency.id));
}

/** Whether the viewer's organisation can end it. */
export function mayClose(context: RequestContext, emergency: EmergencyEntity): boolean {
  const status = statusOf(emergency);
  const isOver = status !== emergencyStatuses.PROPOSED && status !== emergencyStatuses.OPEN;
  return !isOver && emergency.organizationId === context.organizationId;
}

/**
 * Proposes an emergency, which opens nothing until somebody else confirms it. Nobody is told whether the people whom it
 * names are registered.
 *
 * @throws DomainError FORBIDDEN, BAD_USER_INPUT (its end, or nobody concerned), NOT_FOUND (organisation) or CONFLICT (the
 *   organisation is no umbrella)
 */
export async function proposeEmergency(context: RequestContext, input: ProposedEmergency): Promise<EmergencyEntity> {
  const organizationId = context.requireOrganization();
  const { sub: proposedBy, issuer } = context.requireViewer();
  const organizationIds = distinct(input.organizationIds);
  const volunteerIds = distinct(input.volunteerIds);
  if (organizationIds.length + volunteerIds.length === 0) {
    throw new DomainError('BAD_USER_INPUT', explain('emergency-concerns-nobody'));
  }
  const proposedAt = new Date();
  const hours = (input.endsAt.getTime() - proposedAt.getTime()) / 3_600_000;
  if (hours <= 0 || hours > longestHours) {
    throw new DomainError('BAD_USER_INPUT', explain('emergency-too-long', { most: longestHours }));
  }
  return context.em.transactional(async (em) => {
    if ((await em.count(OrganizationEntity, { id: { $in: organizationIds } })) < organizationIds.length) {
      throw new DomainError('NOT_FOUND', explain('no-such-organization'));
    }
    const emergency = em.create(EmergencyEntity, {
      id: newId(),
      organizationId,
      event: input.event,
      reason: input.reason,
      proposedAt,
      proposedBy,
      proposedByIssuer: issuer ?? null,
      endsAt: input.endsAt,
      confirmedAt: null,
      confirmedBy: null,
      confirmedByIssuer: null,
      closedAt: null,
      closedBy: null,
    });
    await em.flush();
    const { id: emergencyId } = emergency;
    for (const one of organizationIds) {
      em.create(EmergencyOrganizationEntity, { id: newId(), emergencyId, organizationId: one });
    }
    for (const volunteerId of volunteerIds) em.create(EmergencyPersonEntity, { id: newId(), emergencyId, volunteerId });
    return emergency;
  });
}

/**
 * Opens an emergency that another person of the same organisation proposed, from the next request on.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (over, open already, or the viewer proposed it)
 */
export async function confirmEmergency(context: RequestContext, id: string): Promise<EmergencyEntity> {
  const { sub: confirmedBy, issuer } = context.requireViewer();
  const confirmedByIssuer = issuer ?? null;
  return transactionalFor(context.em, writingLimitMs, async (em) => {
    const emergency = await findOwn(em, context, id);
    const status = statusOf(emergency);
    if (status === emergencyStatuses.OPEN) throw new DomainError('CONFLICT', explain('emergency-open'));
    if (status !== emergencyStatuses.PROPOSED) throw new DomainError('CONFLICT', explain('emergency-over'));
    const { proposedBy, proposedByIssuer } = emergency;
    const [proposer] = await runStatement<{ confirms: boolean }>(em, 'select is_viewer(?, ?) as confirms', [
      proposedByIssuer,
      proposedBy,
    ]);
    if (proposer?.confirms !== false) {
      throw new DomainError('CONFLICT', explain('emergency-second-person'));
    }
    const confirmedAt = raw('greatest(clock_timestamp(), proposed_at)');
    await em.nativeUpdate(EmergencyEntity, { id }, { confirmedAt, confirmedBy, confirmedByIssuer });
    return em.refreshOrFail(emergency);
  });
}

/**
 * Ends an emergency, proposed or open; no request that begins afterwards reads on it.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (over already)
 */
export async function closeEmergency(context: RequestContext, id: string): Promise<EmergencyEntity> {
  return context.em.transactional(async (em) => {
    await endRights(em, context.requireOrganization());
    const emergency = await findOwn(em, context, id);
    const status = statusOf(emergency);
    if (status !== emergencyStatuses.PROPOSED && status !== emergencyStatuses.OPEN) {
      throw new DomainError('CONFLICT', explain('emergency-over'));
    }
    const closedAt = raw('greatest(clock_timestamp(), proposed_at)');
    await em.nativeUpdate(EmergencyEntity, { id }, { closedAt, closedBy: context.requireViewer().sub });
    return em.refreshOrFail(emergency);
  });
}

async function findOwn(em: RequestContext['em'], context: RequestContext, id: string): Promise<EmergencyEntity> {
  const own = { id, organizationId: context.requireOrganization() };
  const emergency = await em.findOne(EmergencyEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!emergency) throw new DomainError('NOT_FOUND', explain('no-such-emergency'));
  return emergency;
}

function distinct(ids: readonly string[] | null | undefined): string[] {
  return [...new Set((ids ?? []).map((id) => id.toLowerCase()))];
}
