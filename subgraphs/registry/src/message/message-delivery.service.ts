import { newId } from '@birlik/kernel/identifier';
import { localize, type LocalizedText } from '@birlik/kernel/localized';
import { defineJobKind, enqueue, enqueueAll, type ClaimedJob, type JobKind, type NewJob } from '@birlik/kernel/queue';
import { arrayLiteral } from '@birlik/kernel/statement';
import type { Message } from '@birlik/messages/message';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { deliveryChannels } from './delivery-channel.service.js';
import { channelsFor, quietUntil } from './message-preference.rule.js';
import { preferenceColumns, preferenceOf, type PreferenceRow } from './message-preference.service.js';
import { messageKinds, type MessageChannel, type MessageKind } from './message.entity.js';
import { addressJob, writeMessage } from './message.service.js';

type Database = RequestContext['em'];

const deliverJob = 'deliver a message';

/** By channel where it reaches a person; null where it does not. */
type Addresses = Readonly<Record<MessageChannel, string | null>>;

interface WrittenMessage extends Addresses, PreferenceRow {
  readonly id: string;
  readonly volunteerId: string;
  readonly organizationId: string | null;
  readonly kind: MessageKind;
  readonly isMinor: boolean;
}

/** Where each channel reaches a person, in SQL on a row `v` of `volunteer`; null where it does not. */
const addresses = `v.email, v.phone as sms,
  (select string_agg(address, e'\\n' order by id) from push_device where volunteer_id = v.id) as push`;

/** What is left to do after a delivery was tried: it is done, or has to wait until the quiet hours are over. */
type Delivered = { readonly later: Date } | { readonly deliveredAt: Date } | null;

/** How the registry's messages come to people, as jobs of its process. */
export function messageJobs(member: MemberIdentity): readonly JobKind[] {
  const deliver = defineJobKind<Delivered>({
    name: deliverJob,
    prepare: (em, job) => tryToDeliver(em, member, deliveryOf(job)),
    run: recordDelivery,
  });
  return [{ name: addressJob, run: (em, job) => address(em, member, String(job.payload['messages'])) }, deliver];
}

const deliveryOf = (job: ClaimedJob): string => String(job.payload['delivery']);

/**
 * Begins a delivery on each channel that the people want and have an address for; a minor's guardians are told too.
 *
 * @param messageIds apart by blanks
 */
async function address(em: Database, member: MemberIdentity, messageIds: string): Promise<void> {
  const messages = await em.execute<WrittenMessage[]>(
    `select m.id, m.volunteer_id as "volunteerId", m.organization_id as "organizationId", m.kind, ${addresses},
            is_minor(v.id) as "isMinor", ${preferenceColumns}
       from message m join volunteer v on v.id = m.volunteer_id left join message_preference p on p.volunteer_id = v.id
      where m.id = any(?) order by m.id`,
    [arrayLiteral(messageIds.split(' '))],
  );
  const deliveries = messages.flatMap((message) =>
    channelsFor(preferenceOf(message), message.kind)
      .filter((channel) => deliveryChannels.of(member)[channel] && message[channel])
      .map((channel) => ({ ...message, message: message.id, id: newId(), channel })),
  );
  await em.execute(
    `insert into message_delivery (id, message_id, volunteer_id, channel)
     select id, message, "volunteerId", channel
       from jsonb_to_recordset(?::jsonb) as one (id uuid, message uuid, "volunteerId" uuid, channel text)`,
    [JSON.stringify(deliveries)],
  );
  await enqueueAll(
    em,
    deliveries.map(({ id: delivery, organizationId }) => deliveryJob({ delivery, organizationId })),
  );
  for (const message of messages) {
    const asked = toGuardians[message.kind];
    if (message.isMinor && asked) await tellGuardians(em, member, { ...message, ...asked });
  }
}

/** What is told in the place of a message. */
interface Notice {
  readonly subject: Message;
  readonly body: Message;
}

const toConfirm: Notice = {
  subject: explain('guardian-asked-to-confirm-subject'),
  body: explain('guardian-asked-to-confirm-body'),
};

/** What guardians are told of a message to a minor by which they are asked themselves. */
const toGuardians: Partial<Readonly<Record<MessageKind, Notice>>> = {
  [messageKinds.CONSENT_ASKED]: { subject: explain('guardian-asked-subject'), body: explain('guardian-asked-body') },
  [messageKinds.APPLICATION_GUARDIAN_ASKED]: toConfirm,
  [messageKinds.CAMPAIGN_GUARDIAN_ASKED]: toConfirm,
};

async function tellGuardians(
  em: Database,
  member: MemberIdentity,
  { volunteerId: ward, organizationId, subject, body }: WrittenMessage & Notice,
): Promise<void> {
  const guardians = await em.execute<{ id: string }[]>(
    'select guardian_id as id from guardianship where ward_id = ? and ended_at is null',
    [ward],
  );
  for (const { id } of guardians) {
    await writeMessage(em, {
      volunteerId: id,
      organizationId,
      kind: messageKinds.GUARDIAN_ASKED,
      subject,
      body,
      sentAt: member.clock.now(),
    });
  }
}

/** What goes out of a message that is for the inbox alone: that there is something to read. */
const outsideTexts: Partial<Readonly<Record<MessageKind, Notice>>> = {
  [messageKinds.ORGANIZATION_WROTE]: {
    subject: explain('organization-wrote-subject'),
    body: explain('organization-wrote-body'),
  },
};

interface OpenDelivery extends Addresses, PreferenceRow {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly subject: LocalizedText;
  readonly body: LocalizedText;
}

async function tryToDeliver(em: Database, member: MemberIdentity, deliveryId: string): Promise<Delivered> {
  const [delivery] = await em.execute<OpenDelivery[]>(
    `select d.channel, m.kind, m.subject, m.body, ${addresses}, ${preferenceColumns}
       from message_delivery d join message m on m.id = d.message_id join volunteer v on v.id = d.volunteer_id
       left join message_preference p on p.volunteer_id = v.id
      where d.id = ? and d.delivered_at is null`,
    [deliveryId],
  );
  if (!delivery) return null;
  const { language, quietHours } = preferenceOf(delivery);
  const later = quietUntil(quietHours, member.clock.now());
  if (later) return { later };
  const channel = deliveryChannels.of(member)[delivery.channel];
  const to = delivery[delivery.channel];
  if (!channel || !to) return null;
  const outside = outsideTexts[delivery.kind];
  await channel.deliver({
    key: deliveryId,
    to,
    subject: outside?.subject.in(language) ?? localize(delivery.subject, [language]),
    text: outside?.body.in(language) ?? localize(delivery.body, [language]),
  });
  return { deliveredAt: member.clock.now() };
}

async function recordDelivery(em: Database, job: ClaimedJob, delivered: Delivered): Promise<void> {
  if (!delivered) return;
  const delivery = deliveryOf(job);
  if ('later' in delivered) {
    const { later } = delivered;
    await em.execute('update message_delivery set quiet_until = ? where id = ?', [later.toISOString(), delivery]);
    await enqueue(em, deliveryJob({ delivery, organizationId: job.organizationId, later }));
    return;
  }
  await em.execute('update message_delivery set delivered_at = ? where id = ?', [
    delivered.deliveredAt.toISOString(),
    delivery,
  ]);
}

interface DueDelivery {
  readonly delivery: string;
  readonly organizationId: string | null;
  readonly later?: Date;
}

/** The job that delivers; a failure is for the organisation to see on whose behalf the message was written. */
function deliveryJob({ delivery, organizationId, later }: DueDelivery): NewJob {
  return {
    kind: deliverJob,
    payload: { delivery },
    ...(organizationId !== null && { organizationId }),
    ...(later && { dueAt: later }),
  };
}
