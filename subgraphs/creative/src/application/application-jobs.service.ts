import type { JobKind } from '@birlik/kernel/queue';
import type { MemberIdentity } from '@birlik/trust/context';
import { FileEntity } from '@birlik/trust/file';
import { guardianMessageJob, guardianTexts } from '@birlik/trust/guardian-message';
import { ownTextJob } from '@birlik/trust/message-text';

/** The kind of job that deletes what was sent with an application that is withdrawn; it is told the `application`. */
export const discardJob = 'discard work samples';

/** The jobs that follow from applications. */
export function applicationJobs(member: MemberIdentity): readonly JobKind[] {
  return [
    guardianMessageJob(member, {
      asked: 'campaign-guardian-asked',
      answered: 'campaign-guardian-answered',
      application: `select application.organization_id as "organizationId", application.volunteer_id as "volunteerId",
                           campaign.name as title
                      from creative_application application join campaign on campaign.id = application.campaign_id
                     where application.id = ?`,
    }),
    ownTextJob(guardianTexts),
    {
      name: discardJob,
      async run(em, { payload }) {
        await em.nativeDelete(FileEntity, { subjectId: String(payload['application']) });
      },
    },
  ];
}
