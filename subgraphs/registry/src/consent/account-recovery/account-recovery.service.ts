import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { dayIn } from '@birlik/kernel/time-zone';
import type { Message } from '@birlik/messages/message';
import type { Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { office } from '../../membership/organization/authority.service.js';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';
import { codeMail, codeMinutes } from '../../people/own-facts/email-code.service.js';
import { AccountRecoveryEntity } from './account-recovery.entity.js';
import { moveJob, sendCodeJob } from './recovery-jobs.service.js';
import { recoveryDelay } from './recovery-delay.service.js';

const mostOfDay = 5;

type Refusal = 'SOMEBODY' | 'ISSUER' | 'ORGANIZATION' | 'ENDED' | 'LIMIT';

const refusals: Readonly<Record<Refusal, readonly [DomainError['code'], Message]>> = {
  SOMEBODY: ['CONFLICT', explain('somebody-already')],
  ISSUER: ['FORBIDDEN', explain('no-sign-up-here')],
  ORGANIZATION: ['FORBIDDEN', explain('account-of-organization')],
  ENDED: ['CONFLICT', explain('binding-ended-by-office')],
  LIMIT: ['LIMIT_REACHED', explain('too-many-codes')],
};

function refused(refusal: Refusal): DomainError {
  const [code, explanation] = refusals[refusal];
  return new DomainError(code, explanation);
}

const theOffice = office('admin', 'officer');

/** Holds for a volunteer, and for officers and admins of the office. Of whose account, the database says. */
export const accountOrOffice: Rule = {
  name: `volunteer, or ${theOffice.name}`,
  async check(context) {
    if (context.requireViewer().volunteerId === null) await theOffice.check(context);
  },
};

/** Until when a code counts that may have been sent. */
export interface RecoveryCode {
  readonly endsAt: Date;
}

/** What a recovery waits for. */
export interface ConfirmedRecovery {
  readonly takesEffectAt: Date;
}

/**
 * Sends a code to an address by which whoever signed in, and is nobody, was somebody before, if it is the confirmed address of one
 * adult. The answer is the same if it is not.
 *
 * @throws DomainError CONFLICT (somebody already, or parted from a person), FORBIDDEN (an account that can be no person's),
 *   LIMIT_REACHED, or UPSTREAM_UNAVAILABLE when no e-mail leaves this process
 */
export async function recoverAccount(context: RequestContext, email: string): Promise<RecoveryCode> {
  if (!codeMail.of(context.member)) throw new DomainError('UPSTREAM_UNAVAILABLE', explain('no-mail'));
  const id = newId();
  const refusal = await context.em.transactional(async (em) => {
    const [row] = await runStatement<{ refusal: Refusal | null }>(
      em,
      'select begin_recovery(?::uuid, ?, ?, ?) as refusal',
      [id, email, codeMinutes, mostOfDay],
    );
    if (row?.refusal == null) {
      await enqueue(em, { kind: sendCodeJob, payload: { recovery: id, language: context.language } });
    }
    return row?.refusal ?? null;
  });
  if (refusal !== null) throw refused(refusal);
  return { endsAt: new Date(Date.now() + codeMinutes * 60_000) };
}

/**
 * Takes the code: the account becomes the viewer's after a delay, in which whoever has it can refuse.
 *
 * @throws DomainError NOT_FOUND, whatever is wrong with the code; CONFLICT or FORBIDDEN as {@link recoverAccount}
 */
export async function confirmRecovery(context: RequestContext, code: string): Promise<ConfirmedRecovery> {
  const [row] = await runStatement<{ refusal: Refusal | null }>(context.em, 'select recovery_refusal() as refusal');
  if (row?.refusal != null) throw refused(row.refusal);
  const confirmed = await context.em.transactional(async (em) => {
    const [row] = await runStatement<{ id: string; volunteer_id: string; takes_effect_at: string }>(
      em,
      'select id, volunteer_id, takes_effect_at from confirm_recovery(?, ?)',
      [code.replaceAll(/\D/g, ''), recoveryDelay.of(context.member)],
    );
    if (!row) return null;
    const takesEffectAt = new Date(row.takes_effect_at);
    await enqueue(em, { kind: moveJob, payload: { recovery: row.id }, dueAt: takesEffectAt });
    await writeMessage(em, {
      volunteerId: row.volunteer_id,
      organizationId: null,
      kind: messageKinds.RECOVERY_ASKED,
      subject: explain('recovery-asked-subject'),
      body: explain('recovery-asked-body', { on: dayIn(context.member.timeZone, takesEffectAt) }),
      sentAt: context.now(),
    });
    return { takesEffectAt };
  });
  if (confirmed === null) throw new DomainError('NOT_FOUND', explain('no-such-code'));
  return confirmed;
}

/** Refuses a recovery that waits. @throws DomainError NOT_FOUND (none of the viewer's, or none that waits) */
export async function refuseRecovery(context: RequestContext, id: string): Promise<AccountRecoveryEntity> {
  const [row] = await runStatement<{ refused: boolean }>(context.em, 'select refuse_recovery(?::uuid) as refused', [
    id,
  ]);
  if (row?.refused !== true) throw new DomainError('NOT_FOUND', explain('no-such-recovery'));
  return context.em.findOneOrFail(AccountRecoveryEntity, { id }, { refresh: true });
}

/** All tries to recover an account, newest first; the database shows them to the office alone. */
export function listRecoveries(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<AccountRecoveryEntity>> {
  return findConnection(context.em, AccountRecoveryEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** The recoveries of a person's account whose code was right, newest first, at most 50; null for anyone but the person. */
export async function listOwnRecoveries(
  context: RequestContext,
  person: SeenPerson,
): Promise<AccountRecoveryEntity[] | null> {
  if (!isOwnView(context, person)) return null;
  const where = { volunteerId: person.id, confirmedAt: { $ne: null } };
  return context.em.find(AccountRecoveryEntity, where, { orderBy: { id: 'desc' }, limit: 50 });
}
