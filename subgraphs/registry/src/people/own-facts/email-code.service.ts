import { defineJobKind, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { chooseLanguage } from '@birlik/messages/language';
import type { MemberIdentity } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { explain } from '../../messages.js';

/** A way to an address. @throws Error when it did not take the e-mail */
export interface CodeMail {
  readonly deliver: (email: {
    readonly key: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }) => Promise<void>;
}

/** By what codes come to addresses; null for a process that sends no e-mail. */
export const codeMail = defineSecret<CodeMail | null>('mail of codes');

export const sendEmailCodeJob = 'send the code of a new address';

/** How long a code counts. */
export const codeMinutes = 30;

/** How codes come to new addresses, as a job of the registry's process. */
export const emailCodeJobs = (member: MemberIdentity): JobKind[] => [
  defineJobKind<void>({
    name: sendEmailCodeJob,
    async prepare(em, { payload }) {
      const mail = codeMail.of(member);
      const change = String(payload['change']);
      const [found] = await runStatement<{ email: string; code: string; minutes: number }>(
        em,
        `select email, mailed_code(seed) as code, ceil(extract(epoch from ends_at - now()) / 60)::integer as minutes
           from email_change
          where id = ?::uuid and seed is not null and ends_at > now() and app_unerased(volunteer_id) is not null`,
        [change],
      );
      if (!found || !mail) return;
      const language = chooseLanguage([String(payload['language'])]);
      const { email, code, minutes } = found;
      await mail.deliver({
        key: change,
        to: email,
        subject: explain('email-code-subject').in(language),
        text: explain('email-code-text', { code, minutes }).in(language),
      });
    },
    run: () => Promise.resolve(),
  }),
];
