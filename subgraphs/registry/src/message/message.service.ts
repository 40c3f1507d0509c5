import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { newId } from '@birlik/kernel/identifier';
import { inEveryLanguage, type LocalizedText } from '@birlik/kernel/localized';
import { enqueueAll, type NewJob } from '@birlik/kernel/queue';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import { Message } from '@birlik/messages/message';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../decision/grant.loader.js';
import { isOwnView } from '../decision/own-view.rule.js';
import { MessageEntity, type MessageKind } from './message.entity.js';

/** The kind of job that finds out on which channels messages go out. */
export const addressJob = 'address messages';

/** How many messages one such job is for. */
const mostAddressed = 50;

type Transaction = RequestContext['em'];

/** A message as it is written. */
export interface NewMessage {
  readonly volunteerId: string;
  /** On whose behalf it is written; null for the registry itself. */
  readonly organizationId: string | null;
  readonly kind: MessageKind;
  readonly subject: Message | LocalizedText;
  readonly body: Message | LocalizedText;
  readonly sentAt: Date;
}

/** A text, such as a message of the catalogue, as rows hold it. */
export const storedText = (text: Message | LocalizedText): string =>
  JSON.stringify(text instanceof Message ? inEveryLanguage((language) => text.in(language)) : text);

/**
 * Writes a message in the transaction of what it tells. The person finds it in the inbox from then on; a job brings it to where
 * they want to be told.
 *
 * @param em in that transaction
 */
export async function writeMessage(em: Transaction, message: NewMessage): Promise<void> {
  await writeMessages(em, [message]);
}

/** The same of several messages, in two statements; gives their ids in the same order. */
export async function writeMessages(em: Transaction, messages: readonly NewMessage[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = messages.map(({ subject, body, ...message }) => ({
    id: newId(),
    ...message,
    subject: storedText(subject),
    body: storedText(body),
  }));
  await runStatement(
    em,
    `insert into message (id, volunteer_id, organization_id, kind, subject, body, sent_at)
     select id, "volunteerId", "organizationId", kind, subject::jsonb, body::jsonb, "sentAt"
       from jsonb_to_recordset(?::jsonb) as one
              (id uuid, "volunteerId" uuid, "organizationId" uuid, kind text, subject text, body text, "sentAt" timestamptz)`,
    [JSON.stringify(rows)],
  );
  await addressMessages(em, rows);
  return rows.map(({ id }) => id);
}

/** Those of people to whom anything can be written still: of who was erased no row is taken, and one of many would keep out all. */
export async function unerasedOf(em: Transaction, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await runStatement<{ id: string }>(
    em,
    'select id from unnest(?::uuid[]) as id where app_unerased(id) is not null',
    [arrayLiteral(people)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Makes the jobs that bring messages to where people want to be told; a failure is the organisation's to see. */
export async function addressMessages(
  em: Transaction,
  messages: readonly { readonly id: string; readonly organizationId: string | null }[],
): Promise<void> {
  const jobs: NewJob[] = [];
  for (const [organizationId, written] of Map.groupBy(messages, (message) => message.organizationId)) {
    for (let first = 0; first < written.length; first += mostAddressed) {
      const ids = written.slice(first, first + mostAddressed).map(({ id }) => id);
      const payload = { messages: ids.join(' ') };
      jobs.push({ kind: addressJob, payload, ...(organizationId !== null && { organizationId }) });
    }
  }
  await enqueueAll(em, jobs);
}

/** The newest messages to a person that are archived or not; null for anyone but the person and a minor's guardian. */
export async function listMessages(
  context: RequestContext,
  person: SeenPerson,
  { args, archived }: { readonly args: ConnectionArgs; readonly archived: boolean },
): Promise<Connection<MessageEntity> | null> {
  if (!(await mayRead(context, person))) return null;
  return findConnection(context.em, MessageEntity, {
    args,
    where: { volunteerId: person.id, archivedAt: archived ? { $ne: null } : null },
    orderBy: [{ id: 'desc' }],
  });
}

/** One message to a person; null if there is none such, and for anyone but the person and a minor's guardian. */
export async function readMessage(
  context: RequestContext,
  person: SeenPerson,
  id: string,
): Promise<MessageEntity | null> {
  if (!(await mayRead(context, person))) return null;
  return context.em.findOne(MessageEntity, { id, volunteerId: person.id });
}

/** How many messages a person has neither read nor archived; null for anyone but the person and a minor's guardian. */
export async function countUnread(context: RequestContext, person: SeenPerson): Promise<number | null> {
  if (!(await mayRead(context, person))) return null;
  return context.em.count(MessageEntity, { volunteerId: person.id, readAt: null, archivedAt: null });
}

const mayRead = async (context: RequestContext, person: SeenPerson): Promise<boolean> =>
  isOwnView(context, person) || isWard(context, person);

async function isWard(context: RequestContext, { id, seenBy = null }: SeenPerson): Promise<boolean> {
  if (seenBy !== null || !context.viewer?.volunteerId) return false;
  const [row] = await runStatement<{ ward: boolean }>(context.em, 'select ?::uuid = any (app_wards()) as ward', [id]);
  return row?.ward ?? false;
}

/** Marks messages of the viewer's own as read and archived or not; ids that are none of them change nothing. */
export async function markMessages(
  context: RequestContext,
  { ids, read, archived }: { readonly ids: readonly string[]; readonly read: boolean; readonly archived: boolean },
): Promise<MessageEntity[]> {
  const volunteerId = context.requireVolunteer();
  const now = context.now();
  return context.em.transactional(async (em) => {
    const found = await em.find(MessageEntity, { id: { $in: [...ids] }, volunteerId }, { orderBy: { id: 'desc' } });
    for (const message of found) {
      message.readAt = read ? (message.readAt ?? now) : null;
      message.archivedAt = archived ? (message.archivedAt ?? now) : null;
    }
    return found;
  });
}

/** What was written to people on behalf of the viewer's organisation, or to one of them, newest first. */
export function listSent(
  context: RequestContext,
  { args, volunteerId }: { readonly args: ConnectionArgs; readonly volunteerId: string | null },
): Promise<Connection<MessageEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, MessageEntity, {
    args,
    where: { organizationId, ...(volunteerId === null ? {} : { volunteerId }) },
    orderBy: [{ id: 'desc' }],
  });
}
