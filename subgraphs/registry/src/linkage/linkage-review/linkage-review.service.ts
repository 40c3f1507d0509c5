import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { GoldenRecordEntity } from '../person-link/golden-record.entity.js';
import { PersonLinkEntity } from '../person-link/person-link.entity.js';
import { LinkageEventEntity } from './linkage-event.entity.js';
import { LinkageReviewEntity } from './linkage-review.entity.js';

const mostRecordsOfPerson = 100;

/** The open questions, the strongest first, those that nobody could answer last. That they were shown is remembered. */
export async function listLinkageReviews(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<LinkageReviewEntity>> {
  const page = await findConnection(context.em, LinkageReviewEntity, {
    args,
    orderBy: [{ isUnsure: 'asc' }, { weight: 'desc' }, { id: 'asc' }],
  });
  await recordViews(
    context,
    page.nodes.map(({ leftId, rightId }) => [leftId, rightId]),
  );
  return page;
}

/**
 * A person by the id that it has, or that it had before it was found to be another. That it was shown is remembered.
 * Null for an id that no record has.
 */
export async function findLinkedPerson(context: RequestContext, id: string): Promise<GoldenRecordEntity | null> {
  const person =
    (await context.em.findOne(GoldenRecordEntity, { id })) ??
    (await context.em.findOne(PersonLinkEntity, { recordId: id, validTo: null }));
  if (!person) return null;
  const found = person instanceof GoldenRecordEntity ? person : await survivor(context, person.personId);
  const links = await listPersonLinks(context, found.id);
  await recordViews(
    context,
    links.map(({ recordId }) => [recordId, null]),
  );
  return found;
}

function survivor(context: RequestContext, id: string): Promise<GoldenRecordEntity> {
  return context.em.findOneOrFail(GoldenRecordEntity, { id });
}

/** The live links of a person, at most 100, the first record first. */
export function listPersonLinks(context: RequestContext, personId: string): Promise<PersonLinkEntity[]> {
  return context.em.find(
    PersonLinkEntity,
    { personId, validTo: null },
    { orderBy: { recordId: 'asc' }, limit: mostRecordsOfPerson },
  );
}

/** Everything that happened with the records that the person has now, newest first. */
export async function listPersonHistory(
  context: RequestContext,
  args: ConnectionArgs,
  personId: string,
): Promise<Connection<LinkageEventEntity>> {
  const links = await listPersonLinks(context, personId);
  return findConnection(context.em, LinkageEventEntity, {
    args,
    where: { recordId: { $in: links.map(({ recordId }) => recordId) } },
    orderBy: [{ id: 'desc' }],
  });
}

/** Writes who saw which records, before anything of them is released. */
async function recordViews(
  context: RequestContext,
  seen: readonly (readonly [recordId: string, otherId: string | null])[],
): Promise<void> {
  if (seen.length === 0) return;
  await runStatement(
    context.em,
    `insert into linkage_event (id, kind, actor, record_id, other_record_id)
     select id, 'viewed', ?, "recordId", "otherId"
       from jsonb_to_recordset(?::jsonb) as seen (id uuid, "recordId" uuid, "otherId" uuid)`,
    [
      context.requireViewer().sub,
      JSON.stringify(seen.map(([recordId, otherId]) => ({ id: newId(), recordId, otherId }))),
    ],
  );
}
