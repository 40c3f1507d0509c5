import { localize, type LocalizedText } from '@birlik/kernel/localized';
import { enqueue, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { MemberIdentity, RequestContext } from '../context/context.js';
import { guardianAnswers, type GuardianAnswer } from '../guardian-answer/guardian-answer.js';
import type { NoticeKind } from '../message-notice/message-notice.js';
import { anyText, composeText, type MessageText } from '../message-text/message-text.js';
import { writeMessage } from '../message/message.js';
import { explain } from '../messages.js';

type Database = RequestContext['em'];

interface Asked extends Record<string, string> {
  readonly title: string;
}

interface Answered extends Asked {
  readonly answer: GuardianAnswer;
}

const sample = { title: 'Ağacəkmə aksiyası' };

const askedText: MessageText<Asked> = {
  name: 'guardian-asked',
  parameters: { title: 'text' },
  sample,
  subject: ({ title }) => explain('guardian-asked-subject', { title }),
  body: ({ title }) => explain('guardian-asked-body', { title }),
};

const answeredText: MessageText<Answered> = {
  name: 'guardian-answered',
  parameters: { title: 'text', answer: 'choice' },
  sample: { ...sample, answer: guardianAnswers.GIVEN },
  subject: ({ title }) => explain('guardian-answered-subject', { title }),
  body: ({ title, answer }) => explain('guardian-answered-body', { title, answer }),
};

/** The texts about guardians that organisations may replace by their own. */
export const guardianTexts: readonly MessageText[] = [anyText(askedText), anyText(answeredText)];

/** By which kinds a member tells of a guardian's answer, and where it reads what was applied to. */
export interface GuardianMessages {
  readonly asked: NoticeKind;
  readonly answered: NoticeKind;
  /** Selects `organizationId`, `volunteerId` and `title` of the application whose id is the only parameter. */
  readonly application: string;
}

const tellJob = 'tell of a guardian';

/**
 * Makes the message to the applicant that their application waits for a guardian, or what a guardian said. The registry tells the
 * guardians that they are asked. It is written by a job, as the organisation's word: whoever applies or answers writes for none.
 *
 * @param em in the transaction of what is told
 */
export function tellOfGuardian(
  em: Database,
  {
    id,
    organizationId,
    answer,
  }: { readonly id: string; readonly organizationId: string; readonly answer: GuardianAnswer },
): Promise<void> {
  return enqueue(em, { kind: tellJob, payload: { application: id, answer }, organizationId });
}

interface ApplicationRow {
  readonly organizationId: string;
  readonly volunteerId: string;
  readonly title: LocalizedText;
}

/** The job that writes what {@link tellOfGuardian} makes. */
export function guardianMessageJob({ clock }: MemberIdentity, messages: GuardianMessages): JobKind {
  return {
    name: tellJob,
    async run(em, { payload }) {
      const answer = payload['answer'] as GuardianAnswer;
      const [found] = await runStatement<ApplicationRow>(em, messages.application, [String(payload['application'])]);
      if (!found) return;
      const { organizationId, volunteerId, title } = found;
      const isAsked = answer === guardianAnswers.AWAITED;
      const written = isAsked
        ? await composeText(em, { text: askedText, organizationId }, (one) => ({ title: localize(title, [one]) }))
        : await composeText(em, { text: answeredText, organizationId }, (one) => ({
            title: localize(title, [one]),
            answer,
          }));
      const kind = isAsked ? messages.asked : messages.answered;
      await writeMessage(em, { volunteerId, organizationId, kind, ...written, sentAt: clock.now() });
    },
  };
}
