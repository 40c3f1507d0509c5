import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { enqueue } from '@birlik/kernel/queue';
import { nextAnswer, requireConfirmer, type Confirmation } from '@birlik/trust/guardian-answer';
import { tellOfGuardian } from '@birlik/trust/guardian-message';
import { LockMode } from '@mikro-orm/core';
import { CampaignEntity, campaignStatuses } from '../campaign/campaign.entity.js';
import { discardJob } from './application-jobs.service.js';
import { applicationStatuses, CreativeApplicationEntity } from './creative-application.entity.js';
import { explain } from '../messages.js';

/**
 * Says yes or no to an application that waits for a guardian, as the guardian or as who came of age meanwhile; or takes back a
 * guardian's yes until the campaign is decided. A yes counts while the campaign is open. A no ends the application, and its work
 * samples go. The row is locked before the campaign is looked at, as the election of a cohort locks it, so that an answer comes
 * before the election or after it.
 *
 * @throws DomainError NOT_FOUND (no such ward or application), REPRESENTATIVE_REQUIRED, BAD_USER_INPUT (the reason), CONFLICT
 *   (answered, decided or closed already) or UPSTREAM_UNAVAILABLE
 */
export async function confirmApplication(
  context: RequestContext,
  { applicationId, ...said }: Confirmation,
): Promise<CreativeApplicationEntity> {
  const { person: volunteerId, byGuardian } = requireConfirmer(context, said);
  return context.em.transactional(async (em) => {
    const application = await em.findOne(
      CreativeApplicationEntity,
      { id: applicationId, volunteerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!application) throw new DomainError('NOT_FOUND', explain('no-application-of-person'));
    const { id, organizationId, campaignId, guardianAnswer: current = null } = application;
    const campaign = await em.findOneOrFail(CampaignEntity, { id: campaignId });
    const hasBegun = campaign.status === campaignStatuses.DECIDED;
    const answer = nextAnswer(current, { ...said, byGuardian, hasBegun });
    if (said.confirm && campaign.status !== campaignStatuses.OPEN) {
      throw new DomainError('CONFLICT', explain('campaign-closed'));
    }
    application.status = said.confirm ? applicationStatuses.REGISTERED : applicationStatuses.WITHDRAWN;
    application.guardianAnswer = answer;
    application.guardianReason = said.reason ?? null;
    await em.flush();
    if (byGuardian) await tellOfGuardian(em, { id, organizationId, answer });
    if (!said.confirm) await enqueue(em, { kind: discardJob, payload: { application: id }, organizationId });
    return em.findOneOrFail(CreativeApplicationEntity, { id }, { refresh: true });
  });
}
