import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { ConstraintViolationException } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { AlumniEventEntity } from './alumni-event.entity.js';
import { EventAnswerEntity, type EventAnswer } from './event-answer.entity.js';

/** What somebody said, with the event. */
export type AnswerWithEvent = EventAnswerEntity & { readonly event: AlumniEventEntity };

async function withEvents(
  em: RequestContext['em'],
  answers: readonly EventAnswerEntity[],
): Promise<ReadonlyMap<string, AlumniEventEntity>> {
  const events = await em.find(AlumniEventEntity, { id: { $in: answers.map(({ eventId }) => eventId) } });
  return new Map(events.map((event) => [event.id, event]));
}

/**
 * Says whether the viewer comes, or says it anew. Where it is full, a yes waits.
 *
 * @throws DomainError CONFLICT when there is no such event, or it takes no answers
 */
export async function answerEvent(
  context: RequestContext,
  { eventId, answer }: { readonly eventId: string; readonly answer: EventAnswer },
): Promise<AnswerWithEvent> {
  const volunteerId = context.requireVolunteer();
  const event = await context.em.findOne(AlumniEventEntity, { id: eventId });
  if (!event) throw new DomainError('CONFLICT', explain('event-closed'));
  try {
    await runStatement(
      context.em,
      `insert into event_answer (id, organization_id, event_id, volunteer_id, answer) values (?, ?, ?, ?, ?)
       on conflict (event_id, volunteer_id) do update set answer = excluded.answer`,
      [newId(), event.organizationId, eventId, volunteerId, answer],
    );
  } catch (error) {
    if (!(error instanceof ConstraintViolationException)) throw error;
    throw new DomainError('CONFLICT', explain('event-closed'), { cause: error });
  }
  const own = await context.em.findOneOrFail(EventAnswerEntity, { eventId, volunteerId });
  return Object.assign(own, { event });
}

/** What the viewer said to events, the newest answer first. */
export async function listOwnAnswers(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<{ readonly page: Connection<EventAnswerEntity>; readonly events: ReadonlyMap<string, AlumniEventEntity> }> {
  const volunteerId = context.requireVolunteer();
  const page = await findConnection(context.em, EventAnswerEntity, {
    args,
    where: { volunteerId },
    orderBy: [{ id: 'desc' }],
  });
  return { page, events: await withEvents(context.em, page.nodes) };
}

/** Who answered an event of the viewer's own organisation. */
export function listGuests(
  context: RequestContext,
  args: ConnectionArgs,
  eventId: string,
): Promise<Connection<EventAnswerEntity>> {
  const where = { eventId, organizationId: context.requireOrganization() };
  return findConnection(context.em, EventAnswerEntity, { args, where, orderBy: [{ id: 'asc' }] });
}

/**
 * Notes at once who was there: these answers were, and those others that had a place were not.
 *
 * @param among only these answers, as of one page of the list; all of the event if null
 *
 * @throws DomainError CONFLICT when the viewer's organisation has no such event, or it has not begun
 */
export async function recordAttendance(
  context: RequestContext,
  {
    eventId,
    present,
    among,
  }: { readonly eventId: string; readonly present: readonly string[]; readonly among: readonly string[] | null },
): Promise<{ readonly noted: number }> {
  const organizationId = context.requireOrganization();
  const event = await context.em.findOne(AlumniEventEntity, {
    id: eventId,
    organizationId,
    status: 'published',
    startsAt: { $lte: context.now() },
  });
  if (!event) throw new DomainError('CONFLICT', explain('event-not-begun'));
  const listed = among === null ? null : arrayLiteral(among);
  const noted = await runStatement(
    context.em,
    `update event_answer set attended = id = any(?::uuid[])
      where event_id = ? and organization_id = ? and (place = 'taken' or id = any(?::uuid[]))
        and (?::uuid[] is null or id = any(?::uuid[])) returning id`,
    [arrayLiteral(present), eventId, organizationId, arrayLiteral(present), listed, listed],
  );
  return { noted: noted.length };
}
