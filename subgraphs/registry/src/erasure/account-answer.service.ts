import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { requireFreshSignIn } from '@birlik/trust/fresh-sign-in';
import type { Message } from '@birlik/messages/message';
import { AccountConfirmationEntity } from '../consent/account-confirmation/account-confirmation.entity.js';
import { messageKinds } from '../message/message.entity.js';
import { writeMessage } from '../message/message.service.js';
import { explain } from '../messages.js';
import { enterErasure } from './erasure-request.service.js';

type Refusal = 'NO_WARD' | 'NOT_ASKED' | 'ANSWERED';

const refusals: Readonly<Record<Refusal, readonly [DomainError['code'], Message]>> = {
  NO_WARD: ['NOT_FOUND', explain('no-such-ward')],
  NOT_ASKED: ['CONFLICT', explain('account-waits-for-nobody')],
  ANSWERED: ['CONFLICT', explain('account-answered')],
};

/**
 * Says a guardian's yes or no to the account of a ward, once. A no leaves nothing open: nobody signs in to the account from the next
 * request on, and what it made is erased everywhere after the configured delay. So it needs a fresh sign-in, as an erasure does.
 *
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, FRESH_SIGN_IN_REQUIRED, NOT_FOUND (no such ward) or CONFLICT (not asked, or answered)
 */
export async function confirmAccount(
  context: RequestContext,
  { confirm, onBehalfOf: ward }: { readonly confirm: boolean; readonly onBehalfOf: string },
): Promise<AccountConfirmationEntity> {
  context.requireVolunteer();
  if (!confirm) requireFreshSignIn(context);
  return context.em.transactional(async (em) => {
    const [row] = await runStatement<{ refusal: Refusal | null }>(em, 'select confirm_account(?::uuid, ?) as refusal', [
      ward,
      confirm,
    ]);
    if (row?.refusal) {
      const [code, explanation] = refusals[row.refusal];
      throw new DomainError(code, explanation);
    }
    if (confirm) {
      await writeMessage(em, {
        volunteerId: ward,
        organizationId: null,
        kind: messageKinds.ACCOUNT_CONFIRMED,
        subject: explain('account-confirmed-subject'),
        body: explain('account-confirmed-body'),
        sentAt: context.now(),
      });
    } else {
      await enterErasure(context, em, ward);
    }
    return em.findOneOrFail(AccountConfirmationEntity, { volunteerId: ward });
  });
}
