import { inEveryLanguage, localize, type LocalizedText } from '@birlik/kernel/localized';
import { enqueue, type ClaimedJob, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { Message } from '@birlik/messages/message';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { writeMessage } from '@birlik/trust/message';
import { explain } from '../messages.js';
import type { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { applicationStatuses, type OpportunityApplicationEntity } from './opportunity-application.entity.js';

type Database = RequestContext['em'];
type Application = Pick<OpportunityApplicationEntity, 'id' | 'organizationId' | 'volunteerId' | 'status' | 'reason'>;
type Opportunity = Pick<OpportunityEntity, 'title' | 'startsOn'>;

const remindJob = 'remind of an opportunity';

/** When people are reminded on the day before, by the wall clock of the member. */
const reminderTime = '09:00';

/** A text that names the opportunity in the language in which it is read. */
const naming = (title: LocalizedText, write: (title: string) => Message): LocalizedText =>
  inEveryLanguage((language) => write(localize(title, [language])).in(language));

/**
 * Tells the applicant what became of an application, in the transaction of the decision, and makes the reminder of what they were
 * accepted to.
 */
export async function tellDecision(
  em: Database,
  { member, now }: { readonly member: MemberIdentity; readonly now: Date },
  { application, opportunity }: { readonly application: Application; readonly opportunity: Opportunity },
): Promise<void> {
  const { organizationId, volunteerId, reason } = application;
  const { title, startsOn } = opportunity;
  const accepted = application.status === applicationStatuses.ACCEPTED;
  await writeMessage(em, {
    volunteerId,
    organizationId,
    kind: 'application-answered',
    subject: naming(title, (named) =>
      accepted ? explain('accepted-subject', { title: named }) : explain('declined-subject', { title: named }),
    ),
    body: naming(title, (named) =>
      accepted
        ? explain('accepted-body', { title: named, startsOn })
        : explain('declined-body', { title: named, reason: reason ?? '' }),
    ),
    sentAt: now,
  });
  if (accepted) await remindOf(em, member, { application, startsOn });
}

/** Makes the reminder of what has not begun yet: for the day before, or at once where that has come already. */
async function remindOf(
  em: Database,
  { timeZone }: MemberIdentity,
  { application, startsOn }: { readonly application: Application; readonly startsOn: string },
): Promise<void> {
  const [due] = await runStatement<{ at: string }>(
    em,
    `select ((?::date - 1) + ?::time) at time zone ? as at where ?::date > app_today()`,
    [startsOn, reminderTime, timeZone, startsOn],
  );
  if (!due) return;
  await enqueue(em, {
    kind: remindJob,
    key: application.id,
    payload: { application: application.id },
    dueAt: new Date(due.at),
    organizationId: application.organizationId,
  });
}

interface AcceptedRow {
  readonly organizationId: string;
  readonly volunteerId: string;
  readonly title: LocalizedText;
  readonly startsOn: string;
}

/** Reminds of what the person is still accepted to and has not begun. */
async function remind(em: Database, { clock }: MemberIdentity, { payload }: ClaimedJob): Promise<void> {
  const [accepted] = await em.execute<AcceptedRow[]>(
    `select application.organization_id as "organizationId", application.volunteer_id as "volunteerId",
            opportunity.title, opportunity.starts_on::text as "startsOn"
       from opportunity_application application join opportunity on opportunity.id = application.opportunity_id
      where application.id = ? and application.status = 'accepted' and opportunity.starts_on >= app_today()`,
    [payload['application']],
  );
  if (!accepted) return;
  const { title, startsOn, ...to } = accepted;
  await writeMessage(em, {
    ...to,
    kind: 'opportunity-reminder',
    subject: naming(title, (named) => explain('reminder-subject', { title: named })),
    body: naming(title, (named) => explain('reminder-body', { title: named, startsOn })),
    sentAt: clock.now(),
  });
}

/** The jobs that follow from applications. */
export function applicationJobs(member: MemberIdentity): readonly JobKind[] {
  return [{ name: remindJob, run: (em, job) => remind(em, member, job) }];
}
