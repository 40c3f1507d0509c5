import { inEveryLanguage } from '@birlik/kernel/localized';
import type { Message } from '@birlik/messages/message';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { writeMessage } from '@birlik/trust/message';
import type { NoticeKind } from '@birlik/trust/message-notice';

export interface LetterText {
  readonly subject: Message;
  readonly body: Message;
}

interface Letter extends LetterText {
  /** Null for somebody who has left. */
  readonly to: string | null;
  readonly organizationId: string;
  readonly kind: NoticeKind;
}

/** Writes to one of the two of a mentorship, unless that one has left. */
export async function writeLetter(em: RequestContext['em'], { clock }: MemberIdentity, letter: Letter): Promise<void> {
  const { to, organizationId, kind, subject, body } = letter;
  if (to === null) return;
  const inAll = (text: Message) => inEveryLanguage((language) => text.in(language));
  const written = { subject: inAll(subject), body: inAll(body), sentAt: clock.now() };
  await writeMessage(em, { volunteerId: to, organizationId, kind, ...written });
}
