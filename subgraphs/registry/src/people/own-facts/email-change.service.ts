import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../../messages.js';
import { codeMail, codeMinutes, sendEmailCodeJob } from './email-code.service.js';
import type { EmailChange, OwnFactsChange } from './own-facts.type.js';

/** The kind of job that claims the records which have an address that was confirmed. */
export const addressClaimJob = 'claim records of an address';

/** The kind of job that asks whether records are theirs whoever had confirmed the address before these came. */
export const recordOfferJob = 'offer records of an address';

const mostOfDay = 5;

/**
 * Has a code sent to a new address of the viewer, which counts once it is confirmed.
 *
 * @throws DomainError LIMIT_REACHED, or UPSTREAM_UNAVAILABLE when no e-mail leaves this process
 */
export async function changeEmail(context: RequestContext, email: string): Promise<EmailChange> {
  context.requireVolunteer();
  if (!codeMail.of(context.member)) throw new DomainError('UPSTREAM_UNAVAILABLE', explain('no-mail'));
  const change = newId();
  await context.em.transactional(async (em) => {
    const [row] = await runStatement<{ begun: boolean }>(em, 'select begin_email_change(?::uuid, ?, ?, ?) as begun', [
      change,
      email,
      codeMinutes,
      mostOfDay,
    ]);
    if (row?.begun !== true) throw new DomainError('LIMIT_REACHED', explain('too-many-codes'));
    await enqueue(em, { kind: sendEmailCodeJob, payload: { change, language: context.language } });
  });
  return { endsAt: new Date(Date.now() + codeMinutes * 60_000) };
}

/**
 * Makes the new address the viewer's, by the code that came to it. Records that have it become the viewer's in a job, so that the
 * answer says nothing of whether there are any.
 *
 * @throws DomainError NOT_FOUND for a code that is wrong, over or was guessed at too often
 */
export async function confirmEmail(context: RequestContext, code: string): Promise<OwnFactsChange> {
  context.requireVolunteer();
  // What is wrong with a code is written down before it is refused, so it is thrown when the transaction is over.
  const change = await context.em.transactional(async (em) => {
    const [row] = await runStatement<{ change: string | null }>(em, 'select confirm_email(?) as change', [
      code.replaceAll(/\D/g, ''),
    ]);
    if (row?.change) await enqueue(em, { kind: addressClaimJob, payload: { change: row.change } });
    return row?.change ?? null;
  });
  if (change === null) throw new DomainError('NOT_FOUND', explain('no-such-code'));
  return { changedAt: new Date() };
}
