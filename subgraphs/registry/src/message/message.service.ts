import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { newId } from '@birlik/kernel/identifier';
import type { LocalizedText } from '@birlik/kernel/localized';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { languages } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../decision/grant.loader.js';
import { isOwnView } from '../decision/own-view.rule.js';
import { MessageEntity, type MessageKind } from './message.entity.js';

/** The kind of job that finds out on which channels a message goes out. */
export const addressJob = 'address a message';

type Transaction = RequestContext['em'];

/** A message as it is written. */
export interface NewMessage {
  readonly volunteerId: string;
  /** On whose behalf it is written; null for the registry itself. */
  readonly organizationId: string | null;
  readonly kind: MessageKind;
  readonly subject: Message;
  readonly body: Message;
  readonly sentAt: Date;
}

const inAllLanguages = (message: Message): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, message.in(language)])) as unknown as LocalizedText;

/**
 * Writes a message in the transaction of what it tells. The person finds it in the inbox from then on; a job brings it to where
 * they want to be told.
 *
 * @param em in that transaction
 */
export async function writeMessage(em: Transaction, message: NewMessage): Promise<void> {
  const id = newId();
  const { volunteerId, organizationId, kind, subject, body, sentAt } = message;
  await runStatement(
    em,
    `insert into message (id, volunteer_id, organization_id, kind, subject, body, sent_at)
     values (?, ?, ?::uuid, ?, ?::jsonb, ?::jsonb, ?)`,
    [
      id,
      volunteerId,
      organizationId,
      kind,
      JSON.stringify(inAllLanguages(subject)),
      JSON.stringify(inAllLanguages(body)),
      sentAt.toISOString(),
    ],
  );
  await enqueue(em, { kind: addressJob, payload: { message: id } });
}

/** The newest messages to a person that are archived or not; null for anyone but the person and a minor's guardian. */
export async function listMessages(
  context: RequestContext,
  person: SeenPerson,
  { args, archived }: { readonly args: ConnectionArgs; readonly archived: boolean },
): Promise<Connection<MessageEntity> | null> {
  if (!isOwnView(context, person) && !(await isWard(context, person))) return null;
  return findConnection(context.em, MessageEntity, {
    args,
    where: { volunteerId: person.id, archivedAt: archived ? { $ne: null } : null },
    orderBy: [{ id: 'desc' }],
  });
}

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
