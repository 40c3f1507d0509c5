import type { JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';
import { waitingAccountJob } from '../../people/account/account.service.js';
import { standsFor } from '../guardianship/guardianship.service.js';
import { AccountConfirmationEntity } from './account-confirmation.entity.js';

/** What a guardian says to a person's account; null for who was of age, and for anyone but the person and a minor's guardian. */
export async function readAccountConfirmation(
  context: RequestContext,
  person: SeenPerson,
): Promise<AccountConfirmationEntity | null> {
  if (!(await standsFor(context, person))) return null;
  return context.em.findOne(AccountConfirmationEntity, { volunteerId: person.id });
}

/** Whether a person decides for themself; null for anyone but the person and a minor's guardian. */
export async function readIsOfAge(context: RequestContext, person: SeenPerson): Promise<boolean | null> {
  if (!(await standsFor(context, person))) return null;
  const [row] = await runStatement<{ minor: boolean }>(context.em, 'select is_minor(?::uuid) as minor', [person.id]);
  return row?.minor === false;
}

/** The job that tells a minor, once, that their account waits for a guardian. */
export function accountConfirmationJobs({ clock }: MemberIdentity): JobKind[] {
  return [
    {
      name: waitingAccountJob,
      async run(em, { payload }) {
        const [waiting] = await runStatement<{ volunteerId: string }>(
          em,
          `update account_confirmation set told_at = clock_timestamp() where id = ?::uuid and told_at is null
           returning volunteer_id as "volunteerId"`,
          [String(payload['confirmation'])],
        );
        if (!waiting) return;
        await writeMessage(em, {
          volunteerId: waiting.volunteerId,
          organizationId: null,
          kind: messageKinds.ACCOUNT_AWAITS_GUARDIAN,
          subject: explain('account-awaits-subject'),
          body: explain('account-awaits-body'),
          sentAt: clock.now(),
        });
      },
    },
  ];
}
