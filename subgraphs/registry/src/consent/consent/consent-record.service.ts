import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { raw } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import type { ConsentActor } from '../guardianship/guardianship.service.js';
import { OrganizationContactEntity } from '../../membership/organization/organization-contact.entity.js';
import { OrganizationEntity, organizationKinds } from '../../membership/organization/organization.entity.js';
import { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { statementSigner, type StatementSigner } from '../../signing/statement.service.js';
import { ConsentEventEntity, recordedEventKinds, type RecordedEventKind } from './consent-event.entity.js';
import { receiptOf, receiptType, type ReceiptFacts, type ReceiptParty } from './consent-receipt.rule.js';
import { ConsentEntity } from './consent.entity.js';
import { explain } from '../../messages.js';

/** What a consent says, and who decides. */
export interface ConsentDecision {
  readonly actor: ConsentActor;
  readonly recipientOrganizationId: string | null;
  readonly purpose: string;
  readonly expiresAt: Date | null;
  /** How the decision reached the register, as a receipt tells it. */
  readonly collectionMethod: string;
}

/** Those whom receipts of one purpose and recipient name, and who signs them. */
export type ReceiptParties = Pick<ReceiptFacts, 'purpose' | 'office' | 'recipient'> & {
  readonly signer: StatementSigner;
};

/** @throws DomainError NOT_FOUND for an unknown recipient or purpose */
export async function readParties(
  em: RequestContext['em'],
  context: RequestContext,
  terms: { readonly recipientOrganizationId?: string | null | undefined; readonly purpose: string },
): Promise<ReceiptParties> {
  const recipientId = terms.recipientOrganizationId ?? null;
  const organizations = await em.find(OrganizationEntity, {
    $or: [{ kind: organizationKinds.REGISTRY }, ...(recipientId === null ? [] : [{ id: recipientId }])],
  });
  const recipient = organizations.find(({ id }) => id === recipientId?.toLowerCase());
  if (recipientId !== null && !recipient) throw new DomainError('NOT_FOUND', explain('no-such-organization'));
  const purpose = await em.findOne(PurposeEntity, { code: terms.purpose });
  if (!purpose) throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
  const office = organizations.find(({ kind }) => kind === organizationKinds.REGISTRY);
  if (!office) throw new Error('The register has no office, which is what keeps the consents.');
  const contacts = await em.find(OrganizationContactEntity, {
    organizationId: { $in: organizations.map(({ id }) => id) },
  });
  const partyOf = (organization: OrganizationEntity): ReceiptParty => {
    const contact = contacts.find(({ organizationId }) => organizationId === organization.id);
    return {
      name: context.localize(organization.name),
      countryCode: organization.countryCode ?? null,
      website: contact?.website ?? null,
      email: contact?.email ?? null,
    };
  };
  return {
    signer: statementSigner.of(context.member),
    purpose: {
      code: purpose.code,
      name: context.localize(purpose.name),
      legalText: context.localize(purpose.legalText),
    },
    office: partyOf(office),
    recipient: recipient ? partyOf(recipient) : null,
  };
}

/**
 * Enters a consent with its receipt, in the transaction of the decision. One of the same terms that has ended by itself
 * is closed, since it is followed by this one.
 */
export async function recordConsent(
  em: RequestContext['em'],
  decision: ConsentDecision & { readonly category: GrantCategory },
  parties: ReceiptParties,
): Promise<ConsentEntity> {
  const { actor, category, purpose, recipientOrganizationId, expiresAt } = decision;
  const { volunteerId } = actor;
  const givenAt = new Date();
  const terms = { volunteerId, category, purpose, recipientOrganizationId };
  const ended = { ...terms, withdrawnAt: null, closedAt: null, expiresAt: { $lte: givenAt } };
  await em.nativeUpdate(ConsentEntity, ended, { closedAt: givenAt });
  const consent = em.create(ConsentEntity, {
    ...terms,
    id: newId(),
    givenAt,
    expiresAt,
    withdrawnAt: null,
    closedAt: null,
    givenByGuardian: actor.byGuardian,
  });
  await em.flush();
  await recordEvent(em, consent, { ...decision, kind: recordedEventKinds.GIVEN, happenedAt: givenAt, parties });
  return consent;
}

/** Ends a consent with a receipt, in a transaction that holds the lock of the person. */
export async function recordWithdrawal(
  em: RequestContext['em'],
  consent: ConsentEntity,
  withdrawal: { readonly actor: ConsentActor; readonly parties: ReceiptParties; readonly collectionMethod: string },
): Promise<ConsentEntity> {
  // Not before it was given, should this clock be behind that of the process that gave it.
  const withdrawnAt = raw('greatest(clock_timestamp(), given_at)');
  await em.nativeUpdate(ConsentEntity, { id: consent.id }, { withdrawnAt });
  const withdrawn = await em.findOneOrFail(ConsentEntity, { id: consent.id }, { refresh: true });
  const happenedAt = withdrawn.withdrawnAt ?? new Date();
  await recordEvent(em, withdrawn, { ...withdrawal, kind: recordedEventKinds.WITHDRAWN, happenedAt });
  return withdrawn;
}

async function recordEvent(
  em: RequestContext['em'],
  consent: ConsentEntity,
  event: {
    readonly kind: RecordedEventKind;
    readonly happenedAt: Date;
    readonly actor: ConsentActor;
    readonly parties: ReceiptParties;
    readonly collectionMethod: string;
  },
): Promise<void> {
  const { kind, happenedAt, collectionMethod } = event;
  const { signer, ...parties } = event.parties;
  const { byGuardian, actorId } = event.actor;
  const id = newId();
  const receipt = receiptOf({
    ...parties,
    receiptId: id,
    principal: randomUUID(),
    consent,
    event: { kind, happenedAt, byGuardian },
    collectionMethod,
    publicKey: signer.publicKey,
  });
  em.create(ConsentEventEntity, {
    id,
    consentId: consent.id,
    volunteerId: consent.volunteerId,
    kind,
    happenedAt,
    byGuardian,
    actorVolunteerId: actorId,
    receipt: await signer.sign(receipt, { typ: receiptType }),
  });
}
