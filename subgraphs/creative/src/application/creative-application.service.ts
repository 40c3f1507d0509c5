import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { CampaignEntity, campaignStatuses } from '../campaign/campaign.entity.js';
import { DisciplineEntity } from '../discipline/discipline.entity.js';
import {
  applicationStatuses,
  CreativeApplicationEntity,
  type ApplicantRegion,
  type ApplicationStatus,
} from './creative-application.entity.js';
import { explain } from '../messages.js';

/** Who applied to a campaign of the viewer's own organisation; other organisations' applications are not seen. */
export function listApplications(
  context: RequestContext,
  args: ConnectionArgs,
  filter: { campaignId: string; status: ApplicationStatus | null },
): Promise<Connection<CreativeApplicationEntity>> {
  const organizationId = context.requireOrganization();
  const { campaignId, status } = filter;
  return findConnection(context.em, CreativeApplicationEntity, {
    args,
    where: { organizationId, campaignId, ...(status === null ? {} : { status }) },
    orderBy: [{ id: 'asc' }],
  });
}

/**
 * Applies to an open campaign as the volunteer that the viewer is.
 *
 * The new row's foreign key shares a lock on the campaign, which the election of its cohort takes alone. So the status
 * that is read after the insert is the one that counts: no application slips into a campaign that is being decided.
 *
 * @throws DomainError NOT_FOUND (campaign or discipline) or CONFLICT (not open, or applied already)
 */
export async function applyToCampaign(
  context: RequestContext,
  input: { campaignId: string; disciplineId: string; region?: ApplicantRegion | null },
): Promise<CreativeApplicationEntity> {
  const volunteerId = context.requireVolunteer();
  const { campaignId, disciplineId, region = null } = input;
  const apply = async (em: RequestContext['em']) => {
    const campaign = await em.findOne(CampaignEntity, { id: campaignId });
    if (!campaign) throw new DomainError('NOT_FOUND', explain('no-such-campaign'));
    const { organizationId } = campaign;
    if (!(await em.findOne(DisciplineEntity, { id: disciplineId, organizationId }))) {
      throw new DomainError('NOT_FOUND', explain('no-such-discipline'));
    }
    const application = em.create(CreativeApplicationEntity, {
      id: newId(),
      organizationId,
      volunteerId,
      campaignId,
      disciplineId,
      region,
      status: applicationStatuses.REGISTERED,
      answers: {},
      appliedAt: new Date(),
    });
    await em.flush();
    await em.refreshOrFail(campaign);
    if (campaign.status !== campaignStatuses.OPEN) {
      throw new DomainError('CONFLICT', explain('campaign-closed'));
    }
    return application;
  };
  return conflictOnDuplicate(explain('applied-already'), () => context.em.transactional(apply));
}
