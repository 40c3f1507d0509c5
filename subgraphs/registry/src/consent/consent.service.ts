import type { RequestContext } from '@birlik/kernel/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { raw, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { SeenPerson } from '../grant/grant.loader.js';
import { isOwnView } from '../grant/own-view.rule.js';
import { endRights } from '../grant/right-lock.service.js';
import type { GrantCategory } from '../grant/grant-category.rule.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { PurposeEntity } from '../purpose/purpose.entity.js';
import { ConsentEntity } from './consent.entity.js';

export interface ConsentTerms {
  readonly recipientOrganizationId?: string | null;
  readonly purpose: string;
  readonly category: GrantCategory;
  readonly expiresAt?: Date | null;
}

/** The newest consents of the viewer, at most 200, or null when the person is somebody else. */
export async function listOwnConsents(context: RequestContext, person: SeenPerson): Promise<ConsentEntity[] | null> {
  if (!isOwnView(context, person)) return null;
  return context.em.find(ConsentEntity, { volunteerId: person.id }, { orderBy: { id: 'desc' }, limit: 200 });
}

/**
 * Records the viewer's own consent; it counts from the next request on.
 *
 * @throws DomainError NOT_FOUND (recipient or purpose), BAD_USER_INPUT (ends in the past) or CONFLICT (given already)
 */
export async function giveConsent(context: RequestContext, terms: ConsentTerms): Promise<ConsentEntity> {
  context.requireWriteScope();
  const volunteerId = context.requireVolunteer();
  const recipientOrganizationId = terms.recipientOrganizationId ?? null;
  const expiresAt = terms.expiresAt ?? null;
  if (expiresAt && expiresAt <= new Date())
    throw new DomainError('BAD_USER_INPUT', 'The consent would end in the past.');
  try {
    return await context.em.transactional(async (em) => {
      if (recipientOrganizationId && (await em.count(OrganizationEntity, { id: recipientOrganizationId })) === 0) {
        throw new DomainError('NOT_FOUND', 'There is no such organisation.');
      }
      if ((await em.count(PurposeEntity, { code: terms.purpose })) === 0) {
        throw new DomainError('NOT_FOUND', 'There is no such purpose; see the list of purposes.');
      }
      return em.create(ConsentEntity, {
        id: newId(),
        volunteerId,
        recipientOrganizationId,
        purpose: terms.purpose,
        category: terms.category,
        givenAt: new Date(),
        expiresAt,
        withdrawnAt: null,
      });
    });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) {
      throw new DomainError('CONFLICT', 'You gave this consent already; withdraw it first to change its end.', {
        cause: error,
      });
    }
    throw error;
  }
}

/**
 * Withdraws the viewer's own consent; no request that begins afterwards reads on it.
 *
 * @throws DomainError NOT_FOUND, or CONFLICT when it was withdrawn before
 */
export async function withdrawConsent(context: RequestContext, id: string): Promise<ConsentEntity> {
  context.requireWriteScope();
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    await endRights(em, volunteerId);
    const consent = await em.findOne(ConsentEntity, { id, volunteerId });
    if (!consent) throw new DomainError('NOT_FOUND', 'You gave no such consent.');
    if (consent.withdrawnAt) throw new DomainError('CONFLICT', 'This consent is withdrawn already.');
    // Not before it was given, should this clock be behind that of the process that gave it.
    const withdrawnAt = raw('greatest(clock_timestamp(), given_at)');
    await em.nativeUpdate(ConsentEntity, { id }, { withdrawnAt });
    return em.findOneOrFail(ConsentEntity, { id }, { refresh: true });
  });
}
