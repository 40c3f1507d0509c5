import { defineJobKind, type ClaimedJob, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { chooseLanguage } from '@birlik/messages/language';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';
import { codeMail } from '../../people/own-facts/email-code.service.js';

type Database = RequestContext['em'];

export const sendCodeJob = 'send the code of a recovery';
export const moveJob = 'move a recovered account';

/** So many codes of recoveries come to one person in a day, however many ask. */
const mostCodesOfDay = 3;

const recoveryOf = (job: ClaimedJob): string => String(job.payload['recovery']);

/** How recoveries go on, as jobs of the registry's process. */
export const recoveryJobs = (member: MemberIdentity): JobKind[] => [
  defineJobKind<string | null>({
    name: sendCodeJob,
    prepare: (em, job) => sendCode(em, member, job),
    run: async (em, job, person) => {
      await runStatement(
        em,
        `update account_recovery
            set email = null, volunteer_id = ?::uuid, sent_at = case when ?::uuid is not null then clock_timestamp() end
          where id = ?::uuid`,
        [person, person, recoveryOf(job)],
      );
    },
  }),
  { name: moveJob, run: (em, job) => move(em, member, recoveryOf(job)) },
];

/** The person whose confirmed address it is, after the code has gone there; null where it is nobody's, and for a minor's. */
async function sendCode(em: Database, member: MemberIdentity, job: ClaimedJob): Promise<string | null> {
  const mail = codeMail.of(member);
  const [found] = await runStatement<{ person: string; email: string; code: string }>(
    em,
    `select v.id as person, v.email, mailed_code(r.seed) as code
       from account_recovery r
       join volunteer v on lower(v.email) = lower(r.email) and v.email_confirmed_at is not null
      where r.id = ?::uuid and r.seed is not null and r.ends_at > now() and app_unerased(v.id) is not null and not is_minor(v.id)
        and not exists (
          select from volunteer other
           where lower(other.email) = lower(r.email) and other.id <> v.id and other.email_confirmed_at is not null)
        and (select count(*) from account_recovery sent
              where sent.volunteer_id = v.id and sent.sent_at > now() - interval '1 day') < ?`,
    [recoveryOf(job), mostCodesOfDay],
  );
  if (!found || !mail) return null;
  const language = chooseLanguage([String(job.payload['language'])]);
  await mail.deliver({
    key: recoveryOf(job),
    to: found.email,
    subject: explain('recovery-code-subject').in(language),
    text: explain('recovery-code-text', { code: found.code }).in(language),
  });
  return found.person;
}

async function move(em: Database, member: MemberIdentity, recovery: string): Promise<void> {
  const [row] = await runStatement<{ person: string | null }>(em, 'select move_account(?::uuid) as person', [recovery]);
  if (!row?.person) return;
  await writeMessage(em, {
    volunteerId: row.person,
    organizationId: null,
    kind: messageKinds.ACCOUNT_RECOVERED,
    subject: explain('account-recovered-subject'),
    body: explain('account-recovered-body'),
    sentAt: member.clock.now(),
  });
}
