import { localize, type LocalizedText } from '@birlik/kernel/localized';
import { enqueue, type ClaimedJob, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { Language } from '@birlik/messages/language';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { guardianMessageJob } from '@birlik/trust/guardian-message';
import { writeMessage } from '@birlik/trust/message';
import { composeText, ownTextJob } from '@birlik/trust/message-text';
import type { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { guardianMessages } from './application-confirmation.service.js';
import { acceptedText, applicationTexts, declinedText, reminderText } from './application-text.rule.js';
import { applicationStatuses, type OpportunityApplicationEntity } from './opportunity-application.entity.js';

type Database = RequestContext['em'];
type Application = Pick<OpportunityApplicationEntity, 'id' | 'organizationId' | 'volunteerId' | 'status' | 'reason'>;
type Opportunity = Pick<OpportunityEntity, 'title' | 'startsOn'>;

const remindJob = 'remind of an opportunity';

/** When people are reminded on the day before, by the wall clock of the member. */
const reminderTime = '09:00';

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
  const { startsOn } = opportunity;
  const titleIn = (language: Language) => localize(opportunity.title, [language]);
  const isAccepted = application.status === applicationStatuses.ACCEPTED;
  const written = isAccepted
    ? await composeText(em, { text: acceptedText, organizationId }, (one) => ({ title: titleIn(one), startsOn }))
    : await composeText(em, { text: declinedText, organizationId }, (one) => ({
        title: titleIn(one),
        reason: reason ?? '',
      }));
  await writeMessage(em, { volunteerId, organizationId, kind: 'application-answered', ...written, sentAt: now });
  if (isAccepted) await remindOf(em, member, { application, startsOn });
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
  const { title, startsOn, volunteerId, organizationId } = accepted;
  const written = await composeText(em, { text: reminderText, organizationId }, (language) => ({
    title: localize(title, [language]),
    startsOn,
  }));
  await writeMessage(em, {
    volunteerId,
    organizationId,
    kind: 'opportunity-reminder',
    ...written,
    sentAt: clock.now(),
  });
}

/** The jobs that follow from applications. */
export function applicationJobs(member: MemberIdentity): readonly JobKind[] {
  return [
    { name: remindJob, run: (em, job) => remind(em, member, job) },
    guardianMessageJob(member, guardianMessages),
    ownTextJob(applicationTexts),
  ];
}
