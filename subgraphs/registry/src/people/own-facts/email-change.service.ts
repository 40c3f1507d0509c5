import { hash, randomInt } from 'node:crypto';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { explain } from '../../messages.js';
import type { EmailChange, OwnFactsChange } from './own-facts.type.js';

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

const minutes = 30;
const mostOfDay = 5;

/** A code is worth something for one person alone, and is not kept. */
const hashOf = (volunteerId: string, code: string): string =>
  hash('sha256', `birlik e-mail ${volunteerId} ${code.replaceAll(/\D/g, '')}`);

/**
 * Sends a code to a new address of the viewer, which counts once it is confirmed.
 *
 * @throws DomainError LIMIT_REACHED, or UPSTREAM_UNAVAILABLE when no e-mail leaves this process
 */
export async function changeEmail(context: RequestContext, email: string): Promise<EmailChange> {
  const volunteerId = context.requireVolunteer();
  const mail = codeMail.of(context.member);
  if (!mail) throw new DomainError('UPSTREAM_UNAVAILABLE', explain('no-mail'));
  const key = newId();
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const [row] = await runStatement<{ begun: boolean }>(
    context.em,
    'select begin_email_change(?::uuid, ?, ?, ?, ?) as begun',
    [key, email, hashOf(volunteerId, code), minutes, mostOfDay],
  );
  if (row?.begun !== true) throw new DomainError('LIMIT_REACHED', explain('too-many-codes'));
  const { language } = context;
  await mail.deliver({
    key,
    to: email,
    subject: explain('email-code-subject').in(language),
    text: explain('email-code-text', { code, minutes }).in(language),
  });
  return { endsAt: new Date(Date.now() + minutes * 60_000) };
}

/**
 * Makes the new address the viewer's, by the code that came to it.
 *
 * @throws DomainError NOT_FOUND for a code that is wrong, over or was guessed at too often
 */
export async function confirmEmail(context: RequestContext, code: string): Promise<OwnFactsChange> {
  const [row] = await runStatement<{ confirmed: boolean }>(context.em, 'select confirm_email(?) as confirmed', [
    hashOf(context.requireVolunteer(), code),
  ]);
  if (row?.confirmed !== true) throw new DomainError('NOT_FOUND', explain('no-such-code'));
  return { changedAt: new Date() };
}
