import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
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
import { unerasedOf, writeMessages, type NewMessage } from '../../message/message.service.js';
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

/** What is asked, and why. */
export interface ConsentQuestion {
  readonly purpose: string;
  readonly categories: readonly GrantCategory[];
  readonly reason: string;
  readonly wantedUntil?: Date | null;
}

/**
 * Asks a person for consents, as {@link requestConsents} does.
 *
 * @throws DomainError what that throws, and what it answers in its place
 */
export async function requestConsent(
  context: RequestContext,
  { volunteerId, ...question }: ConsentQuestion & { readonly volunteerId: string },
): Promise<ConsentRequestEntity> {
  const [outcome] = await requestConsents(context, [volunteerId], question);
  if (outcome === undefined || outcome instanceof DomainError) throw outcome;
  return outcome;
}

/**
 * Asks people for consents, one answer a person in the same order: the request, the CONFLICT of somebody who was asked already or
 * too often, or the NOT_FOUND of somebody who was erased. What it answers, and what it does, is the same for an id that nobody
 * has as for one that somebody has.
 *
 * @throws DomainError FORBIDDEN (not accredited, or not appointed), NOT_FOUND (purpose) or BAD_USER_INPUT (ends in the past, or
 *   for what its purpose does not open)
 */
export async function requestConsents(
  context: RequestContext,
  volunteerIds: readonly string[],
  question: ConsentQuestion,
): Promise<(ConsentRequestEntity | DomainError)[]> {
  const organizationId = context.requireOrganization();
  // As the database writes ids.
  const people = volunteerIds.map((id) => id.toLowerCase());
  const purpose = purposeCode(question.purpose);
  const askedAt = new Date();
  const wantedUntil = question.wantedUntil ?? null;
  if (wantedUntil && wantedUntil <= askedAt) {
    throw new DomainError('BAD_USER_INPUT', explain('consent-ends-in-past'));
  }
  requireOpenCategories(purpose, question.categories);
  return context.em.transactional(async (em) => {
    if ((await em.count(PurposeEntity, { code: purpose })) === 0) {
      throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
    }
    await takeTurns(em, organizationId, people);
    const recent = await em.find(ConsentRequestEntity, {
      organizationId,
      volunteerId: { $in: people },
      askedAt: { $gt: daysFrom(askedAt, -daysUntilLapse) },
    });
    const unerased = await unerasedOf(em, people);
    const outcomes = people.map((volunteerId) => {
      if (!unerased.has(volunteerId)) return new DomainError('NOT_FOUND', explain('nobody-to-ask-for-consent'));
      const refusal = refusalOf(
        recent.filter((request) => request.volunteerId === volunteerId),
        { purpose, askedAt },
      );
      if (refusal) return refusal;
      const request = em.create(ConsentRequestEntity, {
        id: newId(),
        organizationId,
        volunteerId,
        purpose,
        categories: [...question.categories],
        reason: question.reason,
        wantedUntil,
        askedAt,
        askedBy: context.requireViewer().sub,
        lapsesAt: daysFrom(askedAt, daysUntilLapse),
        answeredAt: null,
        accepted: null,
        answeredByGuardian: null,
      });
      recent.push(request);
      return request;
    });
    await writeMessages(
      em,
      outcomes.flatMap((outcome) => (outcome instanceof DomainError ? [] : [askedMessage(outcome, context.now())])),
    );
    return outcomes;
  });
}

const askedMessage = ({ volunteerId, organizationId }: ConsentRequestEntity, sentAt: Date): NewMessage => ({
  volunteerId,
  organizationId,
  kind: messageKinds.CONSENT_ASKED,
  subject: explain('consent-asked-subject'),
  body: explain('consent-asked-body'),
  sentAt,
});

/**
 * Requests of an organisation to one person come one after the other, so that each counts those before it. Several people are
 * taken in one order by all, so that nobody waits for somebody who waits for them.
 */
async function takeTurns(
  em: RequestContext['em'],
  organizationId: string,
  volunteerIds: readonly string[],
): Promise<void> {
  await runStatement(
    em,
    `select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended(concat(?::text, ' ', id), 0) as key from unnest(?::text[]) as id
              order by 1) as turns`,
    [organizationId, arrayLiteral(volunteerIds)],
  );
}

/** Why somebody is not asked, by what they were asked within the month; null where they are. */
function refusalOf(
  recent: readonly ConsentRequestEntity[],
  { purpose, askedAt }: { readonly purpose: string; readonly askedAt: Date },
): DomainError | null {
  if (recent.some((request) => request.purpose === purpose && !request.answeredAt && request.lapsesAt > askedAt)) {
    return new DomainError('CONFLICT', explain('asked-already'));
  }
  if (recent.length < mostPerMonth) return null;
  return new DomainError('CONFLICT', explain('asked-too-often', { most: mostPerMonth }));
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
