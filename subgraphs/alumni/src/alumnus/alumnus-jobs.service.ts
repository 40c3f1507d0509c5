import { inEveryLanguage } from '@birlik/kernel/localized';
import { enqueue, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { MemberIdentity } from '@birlik/trust/context';
import { writeMessage } from '@birlik/trust/message';
import { explain } from '../messages.js';

const lookName = 'ask to confirm facts';
const batchSize = 50;
const dayMs = 86_400_000;

const subject = inEveryLanguage((language) => explain('facts-unconfirmed-subject').in(language));
const body = inEveryLanguage((language) => explain('facts-unconfirmed-body').in(language));

/**
 * The job that each association has once: it asks those of its people to confirm what it has of them who did not for half a year, each once
 * in half a year, and makes itself anew, for the next day or at once while there are more.
 */
export function alumnusJobs({ clock }: MemberIdentity): readonly JobKind[] {
  return [
    {
      name: lookName,
      run: async (em, { id, organizationId }) => {
        if (organizationId === null) return;
        const asked = await runStatement<{ volunteerId: string }>(
          em,
          `update alumnus set nudged_on = app_today()
            where id in (select id from alumnus one
                          where organization_id = ?
                            and (nudged_on is null or nudged_on <= app_today() - interval '6 months')
                            and unconfirmed_since(one) <= app_today() - interval '6 months'
                          order by id limit ${batchSize} for update skip locked)
           returning volunteer_id as "volunteerId"`,
          [organizationId],
        );
        const sentAt = clock.now();
        for (const { volunteerId } of asked) {
          await writeMessage(em, {
            volunteerId,
            organizationId,
            kind: 'alumni-facts-unconfirmed',
            subject,
            body,
            sentAt,
          });
        }
        const pauseMs = asked.length === batchSize ? 0 : dayMs;
        await enqueue(em, {
          kind: lookName,
          // Another one than that of this job, which is still there.
          key: `${organizationId} after ${id}`,
          payload: {},
          dueAt: new Date(sentAt.getTime() + pauseMs),
          organizationId,
        });
      },
    },
  ];
}
