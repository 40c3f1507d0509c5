import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { decidesFor, guardianAnswers, mostWithdrawals } from '@birlik/trust/guardian-answer';
import { tellOfGuardian } from '@birlik/trust/guardian-message';
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

/** How often a minor applies to one campaign after a guardian said no. */
const mostAfterRefusals = 3;

/**
 * Applies to an open campaign as the volunteer that the viewer is. A minor's application waits for a guardian, who is asked.
 *
 * The new row's foreign key shares a lock on the campaign, which the election of its cohort takes alone. So the status
 * that is read after the insert is the one that counts: no application slips into a campaign that is being decided.
 *
 * @throws DomainError NOT_FOUND (campaign or discipline), CONFLICT (not open, or applied already), LIMIT_REACHED (refused by a
 *   guardian, or withdrawn, so often) or UPSTREAM_UNAVAILABLE (the registry did not say whether the viewer is of age)
 */
export async function applyToCampaign(
  context: RequestContext,
  input: { campaignId: string; disciplineId: string; region?: ApplicantRegion | null },
): Promise<CreativeApplicationEntity> {
  const volunteerId = context.requireVolunteer();
  const waits = !decidesFor(context, volunteerId);
  const { campaignId, disciplineId, region = null } = input;
  const apply = async (em: RequestContext['em']) => {
    const campaign = await em.findOne(CampaignEntity, { id: campaignId });
    if (!campaign) throw new DomainError('NOT_FOUND', explain('no-such-campaign'));
    const { organizationId } = campaign;
    if (!(await em.findOne(DisciplineEntity, { id: disciplineId, organizationId }))) {
      throw new DomainError('NOT_FOUND', explain('no-such-discipline'));
    }
    const withdrawn = { volunteerId, campaignId, status: applicationStatuses.WITHDRAWN };
    if ((await em.count(CreativeApplicationEntity, withdrawn)) >= mostWithdrawals) {
      throw new DomainError('LIMIT_REACHED', explain('withdrawn-too-often'));
    }
    const id = newId();
    em.create(CreativeApplicationEntity, {
      id,
      organizationId,
      volunteerId,
      campaignId,
      disciplineId,
      region,
      status: waits ? applicationStatuses.AWAITING_GUARDIAN : applicationStatuses.REGISTERED,
      answers: {},
      appliedAt: new Date(),
      guardianAnswer: waits ? guardianAnswers.AWAITED : null,
      guardianReason: null,
    });
    if (waits) {
      const refused = { campaignId, volunteerId, guardianReason: { $ne: null } };
      if ((await em.count(CreativeApplicationEntity, refused)) >= mostAfterRefusals) {
        throw new DomainError('LIMIT_REACHED', explain('refused-too-often'));
      }
      await tellOfGuardian(em, { id, organizationId, answer: guardianAnswers.AWAITED });
    }
    await em.flush();
    await em.refreshOrFail(campaign);
    if (campaign.status !== campaignStatuses.OPEN) {
      throw new DomainError('CONFLICT', explain('campaign-closed'));
    }
    return em.findOneOrFail(CreativeApplicationEntity, { id }, { refresh: true });
  };
  return conflictOnDuplicate(explain('applied-already'), () => context.em.transactional(apply));
}
