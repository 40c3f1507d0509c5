import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { standsFor } from '../../consent/guardianship/guardianship.service.js';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { explain } from '../../messages.js';
import { AffiliationEntity } from '../../people/affiliation/affiliation.entity.js';
import { dueDate } from '../inquiry/inquiry-clock.rule.js';
import { CorrectionEntity, type CorrectionOutcome } from './correction.entity.js';

/** How many of a person's requests an organisation has to answer before it is asked for more. */
const mostOpen = 10;

/** A person's requests, newest first; null for anyone but the person and a minor's guardian. */
export async function listOwnCorrections(
  context: RequestContext,
  args: ConnectionArgs,
  person: SeenPerson,
): Promise<Connection<CorrectionEntity> | null> {
  if (!(await standsFor(context, person))) return null;
  return findConnection(context.em, CorrectionEntity, {
    args,
    where: { volunteerId: person.id },
    orderBy: [{ id: 'desc' }],
  });
}

/** The requests to the viewer's organisation: the open ones with the most urgent first, or all with the newest first. */
export function listOrganizationCorrections(
  context: RequestContext,
  args: ConnectionArgs,
  onlyOpen: boolean,
): Promise<Connection<CorrectionEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, CorrectionEntity, {
    args,
    where: onlyOpen ? { organizationId, answeredAt: null } : { organizationId },
    orderBy: onlyOpen ? [{ dueAt: 'asc' }, { id: 'asc' }] : [{ id: 'desc' }],
  });
}

/**
 * Asks an organisation to which the viewer belongs or belonged to correct a fact that it keeps.
 *
 * @throws DomainError NOT_FOUND (no tie with such an organisation) or CONFLICT (too many that it has not answered)
 */
export async function requestCorrection(
  context: RequestContext,
  input: {
    readonly ownerOrganizationId: string;
    readonly category: GrantCategory;
    readonly fact: string;
    readonly message: string;
  },
): Promise<CorrectionEntity> {
  const volunteerId = context.requireVolunteer();
  const { ownerOrganizationId: organizationId, category, fact, message } = input;
  return context.em.transactional(async (em) => {
    if ((await em.count(AffiliationEntity, { organizationId, volunteerId })) === 0) {
      throw new DomainError('NOT_FOUND', explain('no-such-membership'));
    }
    if ((await em.count(CorrectionEntity, { organizationId, volunteerId, answeredAt: null })) >= mostOpen) {
      throw new DomainError('CONFLICT', explain('corrections-open'));
    }
    const askedAt = new Date();
    return em.create(CorrectionEntity, {
      id: newId(),
      volunteerId,
      organizationId,
      category,
      fact,
      message,
      askedAt,
      dueAt: dueDate(askedAt),
      outcome: null,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
  });
}

/** Answers a request to the viewer's organisation, once. @throws DomainError NOT_FOUND or CONFLICT (answered) */
export async function answerCorrection(
  context: RequestContext,
  { id, outcome, answer }: { readonly id: string; readonly outcome: CorrectionOutcome; readonly answer: string },
): Promise<CorrectionEntity> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    // The row is read before it is locked: an answered one may not be changed, so nobody may lock it.
    const found = await em.findOne(CorrectionEntity, { id, organizationId });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-such-correction'));
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const correction = await em.findOne(CorrectionEntity, { id, organizationId, answeredAt: null }, lock);
    if (!correction) throw new DomainError('CONFLICT', explain('correction-answered'));
    Object.assign(correction, { outcome, answer, answeredBy: context.requireViewer().sub, answeredAt: new Date() });
    return correction;
  });
}
