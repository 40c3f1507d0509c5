import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import { requireOpenCategories } from '../../decision/purpose-opening.rule.js';
import { endRights } from '../../decision/right-lock.service.js';
import { requireConsentingAge, requireConsentActor, standsFor } from '../guardianship/guardianship.service.js';
import { recordConsent, recordWithdrawal, readParties } from './consent-record.service.js';
import { ConsentEntity } from './consent.entity.js';
import { purposeCode } from '../../reference/purpose/purpose-code.rule.js';
import { explain } from '../../messages.js';

export interface ConsentTerms {
  readonly recipientOrganizationId?: string | null;
  readonly purpose: string;
  readonly category: GrantCategory;
  readonly expiresAt?: Date | null;
}

/** The newest consents of a person, at most 200, or null for a viewer who is neither the person nor a guardian. */
export async function listConsents(context: RequestContext, person: SeenPerson): Promise<ConsentEntity[] | null> {
  if (!(await standsFor(context, person))) return null;
  return context.em.find(ConsentEntity, { volunteerId: person.id }, { orderBy: { id: 'desc' }, limit: 200 });
}

/**
 * Records a consent, which counts from the next request on. An adult who gives anew what a guardian once gave replaces
 * it.
 *
 * @param onBehalfOf the minor for whom the viewer consents as guardian; the viewer if unset
 * @throws DomainError NOT_FOUND (recipient, purpose or ward), BAD_USER_INPUT (ends in the past, or for what its purpose does not
 *   open), REPRESENTATIVE_REQUIRED (a minor alone) or CONFLICT (given already)
 */
export async function giveConsent(
  context: RequestContext,
  terms: ConsentTerms,
  onBehalfOf?: string | null,
): Promise<ConsentEntity> {
  const actor = await requireConsentActor(context, onBehalfOf);
  requireConsentingAge(actor);
  const purpose = purposeCode(terms.purpose);
  const { category } = terms;
  const recipientOrganizationId = terms.recipientOrganizationId ?? null;
  const expiresAt = terms.expiresAt ?? null;
  if (expiresAt && expiresAt <= new Date()) throw new DomainError('BAD_USER_INPUT', explain('consent-ends-in-past'));
  requireOpenCategories(purpose, [category]);
  const collectionMethod = 'The mutation giveConsent of the graph';
  const { volunteerId } = actor;
  const same = { volunteerId, purpose, category, recipientOrganizationId, withdrawnAt: null, closedAt: null };
  const inherited = actor.byGuardian ? null : { ...same, givenByGuardian: true };
  return conflictOnDuplicate(explain('consent-given'), () =>
    context.em.transactional(async (em) => {
      const replaces = inherited && (await em.count(ConsentEntity, inherited)) > 0;
      if (replaces) await endRights(em, volunteerId);
      const parties = await readParties(em, context, { recipientOrganizationId, purpose });
      const replaced = replaces ? await em.findOne(ConsentEntity, inherited) : null;
      if (replaced) await recordWithdrawal(em, replaced, { actor, parties, collectionMethod });
      const decision = { actor, recipientOrganizationId, purpose, category, expiresAt, collectionMethod };
      return recordConsent(em, decision, parties);
    }),
  );
}

/**
 * Withdraws a consent; no request that begins afterwards reads on it. A minor may do so alone.
 *
 * @param onBehalfOf the minor for whom the viewer decides as guardian; the viewer if unset
 * @throws DomainError NOT_FOUND, or CONFLICT when it was withdrawn before
 */
export async function withdrawConsent(
  context: RequestContext,
  id: string,
  onBehalfOf?: string | null,
): Promise<ConsentEntity> {
  const actor = await requireConsentActor(context, onBehalfOf);
  const { volunteerId } = actor;
  return context.em.transactional(async (em) => {
    await endRights(em, volunteerId);
    const consent = await em.findOne(ConsentEntity, { id, volunteerId });
    if (!consent) throw new DomainError('NOT_FOUND', explain('no-such-consent'));
    if (consent.withdrawnAt) throw new DomainError('CONFLICT', explain('consent-withdrawn'));
    const parties = await readParties(em, context, consent);
    const collectionMethod = 'The mutation withdrawConsent of the graph';
    return recordWithdrawal(em, consent, { actor, parties, collectionMethod });
  });
}
