import { hash, randomInt } from 'node:crypto';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { enqueue } from '@birlik/kernel/queue';
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

/** The kind of job that claims the records which have an address that was confirmed. */
export const addressClaimJob = 'claim records of an address';

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
 * Makes the new address the viewer's, by the code that came to it. Records that have it become the viewer's in a job, so that the
 * answer says nothing of whether there are any.
 *
 * @throws DomainError NOT_FOUND for a code that is wrong, over or was guessed at too often
 */
export async function confirmEmail(context: RequestContext, code: string): Promise<OwnFactsChange> {
  const hash = hashOf(context.requireVolunteer(), code);
  // What is wrong with a code is written down before it is refused, so it is thrown when the transaction is over.
  const change = await context.em.transactional(async (em) => {
    const [row] = await runStatement<{ change: string | null }>(em, 'select confirm_email(?) as change', [hash]);
    if (row?.change) await enqueue(em, { kind: addressClaimJob, payload: { change: row.change } });
    return row?.change ?? null;
  });
  if (change === null) throw new DomainError('NOT_FOUND', explain('no-such-code'));
  return { changedAt: new Date() };
}
