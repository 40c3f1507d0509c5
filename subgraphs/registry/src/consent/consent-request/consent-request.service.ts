import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { recordConsent, readParties } from '../consent/consent-record.service.js';
import { ConsentEntity } from '../consent/consent.entity.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import { requireOpenCategories } from '../../decision/purpose-opening.rule.js';
import {
  requireConsentingAge,
  requireConsentActor,
  standsFor,
  type ConsentActor,
} from '../guardianship/guardianship.service.js';
import { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { purposeCode } from '../../reference/purpose/purpose-code.rule.js';
import { ConsentRequestEntity } from './consent-request.entity.js';
import { daysFrom, daysUntilLapse, mostPerMonth } from './consent-request.rule.js';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';

/** The newest requests to a person, at most 200, or null for a viewer who is neither the person nor a guardian. */
export async function listRequestsTo(
  context: RequestContext,
  person: SeenPerson,
): Promise<ConsentRequestEntity[] | null> {
  if (!(await standsFor(context, person))) return null;
  return context.em.find(ConsentRequestEntity, { volunteerId: person.id }, { orderBy: { id: 'desc' }, limit: 200 });
}

/** The requests of the viewer's own organisation, newest first. @throws DomainError UNAUTHENTICATED or FORBIDDEN */
export function listOwnRequests(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<ConsentRequestEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, ConsentRequestEntity, {
    args,
    where: { organizationId },
    orderBy: [{ id: 'desc' }],
  });
}

/**
 * Asks a person for consents. What it answers, and what it does, is the same for an id that nobody has.
 *
 * @throws DomainError FORBIDDEN (not accredited, or not appointed), NOT_FOUND (purpose), BAD_USER_INPUT (ends in the
 *   past, or for what its purpose does not open) or CONFLICT (asked already, or too often)
 */
export async function requestConsent(
  context: RequestContext,
  input: {
    readonly volunteerId: string;
    readonly purpose: string;
    readonly categories: readonly GrantCategory[];
    readonly reason: string;
    readonly wantedUntil?: Date | null;
  },
): Promise<ConsentRequestEntity> {
  const organizationId = context.requireOrganization();
  const { volunteerId, reason } = input;
  const purpose = purposeCode(input.purpose);
  const askedAt = new Date();
  const wantedUntil = input.wantedUntil ?? null;
  if (wantedUntil && wantedUntil <= askedAt) {
    throw new DomainError('BAD_USER_INPUT', explain('consent-ends-in-past'));
  }
  requireOpenCategories(purpose, input.categories);
  return context.em.transactional(async (em) => {
    if ((await em.count(PurposeEntity, { code: purpose })) === 0) {
      throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
    }
    // Requests to one person come one after the other, so that each counts those before it.
    await runStatement(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `${organizationId} ${volunteerId}`,
    ]);
    const recent = await em.find(ConsentRequestEntity, {
      organizationId,
      volunteerId,
      askedAt: { $gt: daysFrom(askedAt, -daysUntilLapse) },
    });
    if (recent.some((request) => request.purpose === purpose && !request.answeredAt && request.lapsesAt > askedAt)) {
      throw new DomainError('CONFLICT', explain('asked-already'));
    }
    if (recent.length >= mostPerMonth) {
      throw new DomainError('CONFLICT', explain('asked-too-often', { most: mostPerMonth }));
    }
    await writeMessage(em, {
      volunteerId,
      organizationId,
      kind: messageKinds.CONSENT_ASKED,
      subject: explain('consent-asked-subject'),
      body: explain('consent-asked-body'),
      sentAt: context.now(),
    });
    return em.create(ConsentRequestEntity, {
      id: newId(),
      organizationId,
      volunteerId,
      purpose,
      categories: [...input.categories],
      reason,
      wantedUntil,
      askedAt,
      askedBy: context.requireViewer().sub,
      lapsesAt: daysFrom(askedAt, daysUntilLapse),
      answeredAt: null,
      accepted: null,
      answeredByGuardian: null,
    });
  });
}

/**
 * Answers a request; a yes gives the consents in the same transaction, as far as they are not given already.
 *
 * @throws DomainError NOT_FOUND, CONFLICT (answered, lapsed, or its wanted end is over) or REPRESENTATIVE_REQUIRED (a
 *   minor says yes alone)
 */
export async function answerConsentRequest(
  context: RequestContext,
  answer: { readonly id: string; readonly accept: boolean; readonly onBehalfOf?: string | null },
): Promise<ConsentRequestEntity> {
  const actor = await requireConsentActor(context, answer.onBehalfOf);
  if (answer.accept) requireConsentingAge(actor);
  const { volunteerId, byGuardian } = actor;
  return context.em.transactional(async (em) => {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const request = await em.findOne(ConsentRequestEntity, { id: answer.id, volunteerId }, { lockMode });
    if (!request) throw new DomainError('NOT_FOUND', explain('nobody-asks'));
    const now = new Date();
    if (request.answeredAt) throw new DomainError('CONFLICT', explain('request-answered'));
    if (request.lapsesAt <= now) throw new DomainError('CONFLICT', explain('request-lapsed'));
    if (answer.accept && request.wantedUntil && request.wantedUntil <= now) {
      throw new DomainError('CONFLICT', explain('request-over'));
    }
    request.answeredAt = now;
    request.accepted = answer.accept;
    request.answeredByGuardian = byGuardian;
    if (answer.accept) await giveWhatIsAsked(em, context, { actor, request });
    return request;
  });
}

async function giveWhatIsAsked(
  em: RequestContext['em'],
  context: RequestContext,
  { actor, request }: { readonly actor: ConsentActor; readonly request: ConsentRequestEntity },
): Promise<void> {
  const { purpose, organizationId: recipientOrganizationId, categories } = request;
  const { volunteerId } = actor;
  const parties = await readParties(em, context, { purpose, recipientOrganizationId });
  const given = await em.find(ConsentEntity, {
    volunteerId,
    purpose,
    recipientOrganizationId,
    category: { $in: [...categories] },
    withdrawnAt: null,
    $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }],
  });
  const decision = {
    actor,
    recipientOrganizationId,
    purpose,
    expiresAt: request.wantedUntil ?? null,
    collectionMethod: `The mutation answerConsentRequest of the graph, to the request ${request.id}`,
  };
  for (const category of categories) {
    if (!given.some((consent) => consent.category === category)) {
      await recordConsent(em, { ...decision, category }, parties);
    }
  }
}
