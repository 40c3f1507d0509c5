import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SelectionCommissionEntity } from '../commission/selection-commission.entity.js';
import { commissionByCampaign } from '../commission/selection-commission.loader.js';
import { SelectionCommission } from '../commission/selection-commission.type.js';
import type { ConventionReportEntity } from '../convention/convention-report.entity.js';
import { conventionReportByCampaign } from '../convention/convention-report.loader.js';
import { ConventionReport } from '../convention/convention-report.type.js';
import type { CampaignEntity } from './campaign.entity.js';
import { Campaign, DayOfYear } from './campaign.type.js';

@Resolver(() => Campaign)
export class CampaignReportResolver {
  @FieldResolver(() => DayOfYear, {
    nullable: true,
    description: 'Month and day of its launch, also where the year is not known; null if the day is not known.',
  })
  launchDay(@Root() { launchDay, launchedOn }: CampaignEntity): DayOfYear | null {
    const [month, day] = (launchDay ?? launchedOn?.slice(5) ?? '').split('-').map(Number);
    return month && day ? { month, day } : null;
  }

  @FieldResolver(() => SelectionCommission, {
    nullable: true,
    description: 'The commission that elects its cohort; null if none is established or known.',
  })
  commission(
    @Root() { id }: CampaignEntity,
    @Ctx() context: RequestContext,
  ): Promise<SelectionCommissionEntity | null> {
    return commissionByCampaign.load(context, id);
  }

  @FieldResolver(() => ConventionReport, {
    nullable: true,
    description: 'How it was reported under a convention; null if it was not.',
  })
  conventionReport(
    @Root() { id }: CampaignEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConventionReportEntity | null> {
    return conventionReportByCampaign.load(context, id);
  }
}
