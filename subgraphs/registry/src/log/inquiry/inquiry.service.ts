import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { AccessLogEntryEntity } from '../access-log/access-log-entry.entity.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { dueDate } from './inquiry-clock.rule.js';
import { InquiryEntity, type InquiryKind, type InquiryOutcome } from './inquiry.entity.js';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';

/** The viewer's own inquiries, newest first, or null when the person is somebody else. */
export async function listOwnInquiries(
  context: RequestContext,
  args: ConnectionArgs,
  person: SeenPerson,
): Promise<Connection<InquiryEntity> | null> {
  if (!isOwnView(context, person)) return null;
  const where = { volunteerId: person.id };
  return findConnection(context.em, InquiryEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/** The inquiries to the viewer's organisation: the open ones with the most urgent first, or all with the newest first. */
export function listOrganizationInquiries(
  context: RequestContext,
  args: ConnectionArgs,
  onlyOpen: boolean,
): Promise<Connection<InquiryEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, InquiryEntity, {
    args,
    where: onlyOpen ? { organizationId, answeredAt: null } : { organizationId },
    orderBy: onlyOpen ? [{ dueAt: 'asc' }, { id: 'asc' }] : [{ id: 'desc' }],
  });
}

/**
 * Sends a question or an objection about one entry of the viewer's own access log to the organisation that read.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (nobody to ask) or CONFLICT (raised already)
 */
export async function raiseInquiry(
  context: RequestContext,
  input: { entryId: string; kind: InquiryKind; message: string },
): Promise<InquiryEntity> {
  const volunteerId = context.requireVolunteer();
  return conflictOnDuplicate(explain('raised-already'), () =>
    context.em.transactional(async (em) => {
      const entry = await em.findOne(AccessLogEntryEntity, { id: input.entryId, volunteerId });
      if (!entry) throw new DomainError('NOT_FOUND', explain('no-such-entry'));
      if (entry.bySelf || !entry.organizationId) {
        throw new DomainError('BAD_USER_INPUT', explain('nobody-to-ask'));
      }
      const raisedAt = new Date();
      return em.create(InquiryEntity, {
        id: newId(),
        entryId: entry.id,
        volunteerId,
        organizationId: entry.organizationId,
        kind: input.kind,
        category: entry.category,
        purpose: entry.purpose ?? null,
        readAt: entry.decidedAt,
        message: input.message,
        raisedAt,
        dueAt: dueDate(raisedAt),
        outcome: null,
        answer: null,
        answeredBy: null,
        answeredAt: null,
      });
    }),
  );
}

/**
 * Answers an inquiry to the viewer's organisation, once.
 *
 * @throws DomainError NOT_FOUND, or CONFLICT when it is answered already
 */
export async function answerInquiry(
  context: RequestContext,
  input: { id: string; outcome: InquiryOutcome; answer: string },
): Promise<InquiryEntity> {
  const organizationId = context.requireOrganization();
  const { sub } = context.requireViewer();
  return context.em.transactional(async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const inquiry = await em.findOne(InquiryEntity, { id: input.id, organizationId }, lock);
    if (!inquiry) throw new DomainError('NOT_FOUND', explain('no-such-inquiry'));
    if (inquiry.answeredAt) throw new DomainError('CONFLICT', explain('inquiry-answered'));
    inquiry.outcome = input.outcome;
    inquiry.answer = input.answer;
    inquiry.answeredBy = sub;
    inquiry.answeredAt = new Date();
    await writeMessage(em, {
      volunteerId: inquiry.volunteerId,
      organizationId,
      kind: messageKinds.INQUIRY_ANSWERED,
      subject: explain('inquiry-answered-subject'),
      body: explain('inquiry-answered-body'),
      sentAt: context.now(),
    });
    return inquiry;
  });
}
