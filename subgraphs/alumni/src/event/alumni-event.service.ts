import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { requirePublisher } from '../information/article.service.js';
import { textOf } from '../text/four-languages.rule.js';
import { explain } from '../messages.js';
import { AlumniEventEntity, alumniEventStatuses, type AlumniEventStatus } from './alumni-event.entity.js';
import type { CorrectAlumniEventInput, PlanAlumniEventInput } from './alumni-event.input.js';

/** Events that have not ended, the next one first: those that everybody may see, or all of the viewer's own organisation. */
export function listEvents(
  context: RequestContext,
  args: ConnectionArgs,
  { countryCode, own }: { readonly countryCode: string | null; readonly own: boolean },
): Promise<Connection<AlumniEventEntity>> {
  return findConnection(context.em, AlumniEventEntity, {
    args,
    where: {
      ...(own
        ? { organizationId: context.requireOrganization() }
        : { status: alumniEventStatuses.PUBLISHED, endsAt: { $gt: context.now() } }),
      ...(countryCode !== null && { countryCode }),
    },
    orderBy: [{ startsAt: own ? 'desc' : 'asc' }, { id: 'asc' }],
  });
}

/** What an event is, as it is kept. @throws DomainError BAD_USER_INPUT (the end before the beginning) */
function factsOf(input: PlanAlumniEventInput) {
  const { countryCode = null, title, body, place, startsAt, endsAt, capacity = null } = input;
  if (endsAt <= startsAt) throw new DomainError('BAD_USER_INPUT', explain('event-turned'));
  return { countryCode, title: textOf(title), body: textOf(body), place, startsAt, endsAt, capacity };
}

/** @throws DomainError FORBIDDEN (who does not publish here) or BAD_USER_INPUT (the end before the beginning) */
export async function planEvent(context: RequestContext, input: PlanAlumniEventInput): Promise<AlumniEventEntity> {
  const organizationId = await requirePublisher(context);
  const id = newId();
  const status = alumniEventStatuses.PLANNED;
  await context.em.insert(AlumniEventEntity, { id, organizationId, status, ...factsOf(input) });
  return context.em.findOneOrFail(AlumniEventEntity, { id });
}

/**
 * Corrects an event of the viewer's own organisation until it begins; the database keeps what stood there, and tells who comes of another
 * time or place. Who has a place keeps it, also where there are fewer from then on.
 *
 * @throws DomainError BAD_USER_INPUT (the end before the beginning) or CONFLICT (no such event, it is cancelled, or it has begun or would have)
 */
export async function correctEvent(
  context: RequestContext,
  { eventId: id, ...input }: CorrectAlumniEventInput,
): Promise<AlumniEventEntity> {
  const organizationId = context.requireOrganization();
  const facts = factsOf(input);
  const now = context.now();
  const where = { id, organizationId, status: { $ne: alumniEventStatuses.CANCELLED }, startsAt: { $gt: now } };
  const corrected = facts.startsAt > now ? await context.em.nativeUpdate(AlumniEventEntity, where, facts) : 0;
  if (corrected === 0) throw new DomainError('CONFLICT', explain('event-begun'));
  return context.em.findOneOrFail(AlumniEventEntity, { id });
}

const before: Readonly<Record<AlumniEventStatus, readonly AlumniEventStatus[]>> = {
  planned: [],
  published: ['planned'],
  cancelled: ['planned', 'published'],
};

/**
 * Publishes or cancels an event of the viewer's own organisation; those who said yes or maybe are told of a cancelled one.
 *
 * @throws DomainError CONFLICT when there is no such event that could become so, or it is over
 */
export async function moveEvent(
  context: RequestContext,
  id: string,
  status: AlumniEventStatus,
): Promise<AlumniEventEntity> {
  const organizationId = context.requireOrganization();
  const where = { id, organizationId, status: { $in: [...before[status]] }, endsAt: { $gt: context.now() } };
  const moved = await context.em.nativeUpdate(AlumniEventEntity, where, { status });
  if (moved === 0) throw new DomainError('CONFLICT', explain('no-such-event'));
  return context.em.findOneOrFail(AlumniEventEntity, { id });
}
