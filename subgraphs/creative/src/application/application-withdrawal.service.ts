import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { enqueue } from '@birlik/kernel/queue';
import { withdrawnAnswer } from '@birlik/trust/guardian-answer';
import { LockMode } from '@mikro-orm/core';
import { CampaignEntity } from '../campaign/campaign.entity.js';
import { explain } from '../messages.js';
import { discardJob } from './application-jobs.service.js';
import { applicationStatuses, CreativeApplicationEntity } from './creative-application.entity.js';
import { refusalToWithdraw } from './creative-application.errors.js';

/**
 * Takes back an application of the viewer's own until the campaign is decided; what was sent with it goes, scores that it has stay. The
 * row is locked before the campaign is looked at, as the election of a cohort locks it, so that it is withdrawn before the election
 * or not at all.
 *
 * @throws DomainError NOT_FOUND (no application of the viewer) or CONFLICT (declined or withdrawn already, or decided)
 */
export async function withdrawApplication(context: RequestContext, id: string): Promise<CreativeApplicationEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const application = await em.findOne(
      CreativeApplicationEntity,
      { id, volunteerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!application) throw new DomainError('NOT_FOUND', explain('no-application-of-person'));
    const { organizationId, campaignId, guardianAnswer, status } = application;
    const campaign = await em.findOneOrFail(CampaignEntity, { id: campaignId });
    const refusal = refusalToWithdraw(status, campaign.status);
    if (refusal) throw refusal;
    application.status = applicationStatuses.WITHDRAWN;
    application.guardianAnswer = withdrawnAnswer(guardianAnswer ?? null);
    await em.flush();
    await enqueue(em, { kind: discardJob, payload: { application: id }, organizationId });
    return em.findOneOrFail(CreativeApplicationEntity, { id }, { refresh: true });
  });
}
