import { findConnection, readConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { runStatement } from '@birlik/kernel/statement';
import { GoldenRecordEntity } from '../person-link/golden-record.entity.js';
import { PersonLinkEntity } from '../person-link/person-link.entity.js';
import { LinkageEventEntity } from './linkage-event.entity.js';
import type { LinkageReviewEntity } from './linkage-review.entity.js';

const mostRecordsOfPerson = 100;

/** The open questions, the strongest first, those that nobody could answer last. That they were shown is remembered. */
export async function listLinkageReviews(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<LinkageReviewEntity>> {
  const { em } = context;
  const page = await readConnection<LinkageReviewEntity>(em, args, {
    length: 3,
    cursorOf: ({ isUnsure, weight, id }) => [isUnsure, weight, id],
    async read({ after, before, backwards, most }) {
      const rows = await runStatement<LinkageReviewEntity & { readonly raisedAt: Date | string }>(
        em,
        `select id, left_id as "leftId", right_id as "rightId", raised_at as "raisedAt", weight,
                national_number_match as "nationalNumberMatch", fields, is_conflict as "isConflict", is_unsure as "isUnsure"
           from list_linkage_questions(?, ?, ?::uuid, ?, ?, ?::uuid, ?, ?)`,
        [...(after ?? [null, null, null]), ...(before ?? [null, null, null]), backwards, most],
      );
      return rows.map((row) => ({ ...row, raisedAt: new Date(row.raisedAt) }));
    },
  });
  await recordViews(
    context,
    page.nodes.map(({ id, leftId, rightId }) => ({ recordId: leftId, otherId: rightId, question: id })),
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
    links.map(({ recordId }) => ({ recordId, otherId: null, question: null })),
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

/** A record that is shown, for a question with the other one of its pair. */
interface ShownRecord {
  readonly recordId: string;
  readonly otherId: string | null;
  readonly question: string | null;
}

/** Writes who saw which records, into the logs of their people too, before anything of them is released. */
async function recordViews(context: RequestContext, shown: readonly ShownRecord[]): Promise<void> {
  if (shown.length === 0) return;
  const { operation, operationId, requestId } = context;
  await runStatement(context.em, `select log_linkage_views(?::jsonb, ?, ?, ?::uuid, ?)`, [
    JSON.stringify(shown),
    context.requireViewer().sub,
    operation,
    operationId,
    requestId,
  ]);
}
