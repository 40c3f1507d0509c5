import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { decryptNotices, encryptReceipt, type NoticeKind } from '@birlik/trust/message-notice';
import { memberKey } from '../decision/member-key.service.js';
import { explain } from '../messages.js';
import { addressMessages, storedText } from './message.service.js';

interface WaitingText {
  readonly subject: string;
  readonly body: string;
}

const guardianAsked: WaitingText = {
  subject: storedText(explain('application-guardian-asked-subject')),
  body: storedText(explain('application-guardian-asked-body')),
};
const guardianAnswered: WaitingText = {
  subject: storedText(explain('guardian-answered-subject')),
  body: storedText(explain('guardian-answered-body')),
};

/** What is said of a message whose text is at another member, in the inbox and outside: that there is one, and not what it says. */
const waitingTexts: Readonly<Record<NoticeKind, WaitingText>> = {
  'application-answered': {
    subject: storedText(explain('application-answered-subject')),
    body: storedText(explain('application-answered-body')),
  },
  'opportunity-reminder': {
    subject: storedText(explain('opportunity-reminder-subject')),
    body: storedText(explain('opportunity-reminder-body')),
  },
  'application-guardian-asked': guardianAsked,
  'application-guardian-answered': guardianAnswered,
  'campaign-guardian-asked': guardianAsked,
  'campaign-guardian-answered': guardianAnswered,
  'mentorship-asked': {
    subject: storedText(explain('mentorship-asked-subject')),
    body: storedText(explain('mentorship-asked-body')),
  },
  'mentorship-answered': {
    subject: storedText(explain('mentorship-answered-subject')),
    body: storedText(explain('mentorship-answered-body')),
  },
  'mentorship-expiring': {
    subject: storedText(explain('mentorship-expiring-subject')),
    body: storedText(explain('mentorship-expiring-body')),
  },
  'mentorship-ended': {
    subject: storedText(explain('mentorship-ended-subject')),
    body: storedText(explain('mentorship-ended-body')),
  },
  'mentorship-changed': {
    subject: storedText(explain('mentorship-changed-subject')),
    body: storedText(explain('mentorship-changed-body')),
  },
  'case-changed': {
    subject: storedText(explain('case-changed-subject')),
    body: storedText(explain('case-changed-body')),
  },
  'emergency-alert': {
    subject: storedText(explain('emergency-alert-subject')),
    body: storedText(explain('emergency-alert-body')),
  },
  'alumni-facts-unconfirmed': {
    subject: storedText(explain('alumni-facts-unconfirmed-subject')),
    body: storedText(explain('alumni-facts-unconfirmed-body')),
  },
  'alumni-event-changed': {
    subject: storedText(explain('alumni-event-changed-subject')),
    body: storedText(explain('alumni-event-changed-body')),
  },
};

/**
 * Takes notices of a member's messages: each is in the person's inbox from then on, and a job brings it to where they want to be told.
 * One that is known already changes nothing, and neither does one to somebody who was erased.
 *
 * @returns the receipt for the member
 * @throws DomainError NOT_FOUND (no such member) or BAD_USER_INPUT (the member did not encrypt that)
 */
export async function takeNotices(
  context: RequestContext,
  { member, batch }: { readonly member: string; readonly batch: string },
): Promise<string> {
  const key = memberKey(context, member);
  const notices = await decryptNotices(batch, key);
  if (!notices) throw new DomainError('BAD_USER_INPUT', explain('foreign-notices'));
  const rows = notices.map((notice) => ({ ...notice, ...waitingTexts[notice.kind] }));
  await context.working().transactional(async (em) => {
    const taken = await runStatement<{ id: string; organizationId: string | null }>(
      em,
      `insert into message (id, volunteer_id, organization_id, member, kind, subject, body, sent_at)
       select one.id, one.person, organization.id, ?, one.kind, one.subject::jsonb, one.body::jsonb, one."sentAt"
         from jsonb_to_recordset(?::jsonb) as one
                (id uuid, person uuid, organization uuid, kind text, subject text, body text, "sentAt" timestamptz)
         left join organization on organization.id = one.organization
        where not exists (select from erasure where erasure.person = person_digest(one.person))
       on conflict do nothing
       returning id, organization_id as "organizationId"`,
      [member, JSON.stringify(rows)],
    );
    await addressMessages(em, taken);
  });
  return encryptReceipt(
    notices.map(({ id }) => id),
    key,
  );
}
