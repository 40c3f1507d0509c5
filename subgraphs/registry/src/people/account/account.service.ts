import { DomainError } from '@birlik/kernel/errors';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { personModel } from '@birlik/linkage/person-model';
import type { Message } from '@birlik/messages/message';
import type { Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { explain } from '../../messages.js';
import type { Account } from './account.type.js';

/** How many accounts the subjects of one issuer may make on one day. */
export const mostSignUpsOfDay = defineSecret<number>('limit of sign-ups');

/** What somebody says of themself who comes in. */
export interface SignUp {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic?: string | null;
  /** As `YYYY-MM-DD`. */
  readonly birthDate: string;
}

type Refusal = 'ISSUER' | 'ORGANIZATION' | 'GUARDIAN' | 'ENDED' | 'ERASED' | 'BIRTH_DATE' | 'LIMIT';

const refusals: Readonly<Record<Refusal, readonly [DomainError['code'], Message]>> = {
  ISSUER: ['FORBIDDEN', explain('no-sign-up-here')],
  ORGANIZATION: ['FORBIDDEN', explain('account-of-organization')],
  GUARDIAN: ['CONFLICT', explain('account-refused-by-guardian')],
  ENDED: ['CONFLICT', explain('binding-ended-by-office')],
  ERASED: ['CONFLICT', explain('account-erased')],
  BIRTH_DATE: ['BAD_USER_INPUT', explain('born-later')],
  LIMIT: ['LIMIT_REACHED', explain('too-many-sign-ups')],
};

/** Holds for who signed in and acts for no organisation: such an account is the organisation's. */
export const actsForNobody: Rule = {
  name: 'signed in, for no organization',
  check(context) {
    context.requireViewer();
    if (context.organizationId !== null) throw new DomainError('FORBIDDEN', explain('account-of-organization'));
  },
};

/** The kind of job that tells a minor that their account waits for a guardian; it is told the `confirmation`. */
export const waitingAccountJob = 'tell that an account waits';

interface SignUpRow {
  readonly registered_at: string;
  readonly minor: boolean;
  readonly refusal: Refusal | null;
}

/**
 * Makes the viewer a person of the federation, bound as the subject of the token's issuer; who is one already stays that person. The
 * account of a minor waits for a guardian.
 *
 * @throws DomainError FORBIDDEN (the office lets the issuer sign up nobody, or the account is an organisation's), CONFLICT (the
 *   office ended the binding, a guardian said no, or the person is erased), BAD_USER_INPUT (a birth date to come) or LIMIT_REACHED
 */
export async function signUp(context: RequestContext, input: SignUp): Promise<Account> {
  const { givenName, familyName, patronymic, birthDate } = input;
  return context.em.transactional(async (em) => {
    const [row] = await runStatement<SignUpRow>(
      em,
      'select registered_at, minor, refusal from sign_up(?, ?, ?, ?::date, ?, ?)',
      [
        givenName.trim(),
        familyName.trim(),
        patronymic?.trim() ?? null,
        birthDate,
        personModel.version,
        mostSignUpsOfDay.of(context.member),
      ],
    );
    if (!row) throw new DomainError('NOT_FOUND', explain('no-such-person'));
    if (row.refusal) {
      const [code, explanation] = refusals[row.refusal];
      throw new DomainError(code, explanation);
    }
    const [waiting] = await runStatement<{ id: string | null }>(em, 'select waiting_account() as id');
    const confirmation = waiting?.id ?? null;
    if (confirmation) await enqueue(em, { kind: waitingAccountJob, key: confirmation, payload: { confirmation } });
    return { registeredAt: new Date(row.registered_at), isMinor: row.minor, awaitsGuardian: confirmation !== null };
  });
}
