import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { LockMode } from '@mikro-orm/core';
import { applicationStatuses, CreativeApplicationEntity } from '../application/creative-application.entity.js';
import { CampaignEntity, campaignStatuses } from '../campaign/campaign.entity.js';
import { SelectionCriterionEntity } from '../criterion/selection-criterion.entity.js';
import { rankApplications } from './ranking.service.js';
import { ReviewScoreEntity } from './review-score.entity.js';
import { explain } from '../messages.js';

/** What an election came to. */
export interface ElectedCohort {
  readonly campaign: CampaignEntity;
  readonly electedOn: string;
  readonly size: number;
  /** Eligible applications that could not be ranked, since they lack a score on some criterion. */
  readonly unranked: number;
}

/**
 * Decides a campaign of the viewer's organisation: elects its cohort by the published rule and closes it for good. The
 * eligible who are not elected stay eligible; everyone who was ranked gets the mean score to see.
 *
 * The campaign's row is locked first, so that it is decided once, over all applications that were taken.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (decided already, or no eligible application can be ranked)
 */
export async function electCohort(context: RequestContext, input: { campaignId: string }): Promise<ElectedCohort> {
  const organizationId = context.requireOrganization();
  const { campaignId } = input;
  return context.em.transactional(async (em) => {
    const campaign = await em.findOne(
      CampaignEntity,
      { id: campaignId, organizationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!campaign) throw new DomainError('NOT_FOUND', explain('no-campaign-of-yours'));
    if (campaign.status === campaignStatuses.DECIDED) {
      throw new DomainError('CONFLICT', explain('campaign-decided'));
    }
    const eligible = { organizationId, campaignId, status: applicationStatuses.ELIGIBLE };
    // A guardian's no comes before this or waits for its end.
    const applications = await em.find(CreativeApplicationEntity, eligible, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      orderBy: { id: 'asc' },
    });
    const criteria = await em.find(SelectionCriterionEntity, { organizationId, campaignId });
    const criterionIds = criteria.map((criterion) => criterion.id);
    const scores = await em.find(ReviewScoreEntity, { organizationId, criterionId: { $in: criterionIds } });
    const { ranked, unranked } = rankApplications({ applications, criteria, scores, seats: campaign.seats });
    if (ranked.length === 0) {
      throw new DomainError('CONFLICT', explain('scores-missing'));
    }
    const electedOn = context.today();
    for (const { application, meanScore, elected } of ranked) {
      application.meanScore = meanScore;
      if (!elected) continue;
      application.status = applicationStatuses.ELECTED;
      application.electedOn = electedOn;
    }
    campaign.status = campaignStatuses.DECIDED;
    return { campaign, electedOn, size: Math.min(ranked.length, campaign.seats), unranked: unranked.length };
  });
}
