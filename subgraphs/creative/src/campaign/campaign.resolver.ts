import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import { applicantSummaryByCampaignId } from './applicant-summary.loader.js';
import { aimsByCampaignId } from './campaign-aim.loader.js';
import { campaignStatuses, CampaignEntity, type CampaignStatus } from './campaign.entity.js';
import { campaignById } from './campaign.loader.js';
import { ApplicantSummary, Campaign, CampaignConnection } from './campaign.type.js';

@Resolver(() => Campaign)
export class CampaignResolver {
  @Allow(anyone)
  @Query(() => CampaignConnection, {
    nullable: true,
    description: 'The campaigns for creative volunteers, newest first; null while the service is down.',
  })
  campaigns(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('status', () => campaignStatuses, { nullable: true, description: 'Only those that stand here; all if unset.' })
    status: CampaignStatus | null,
  ): Promise<Connection<CampaignEntity>> {
    return findConnection(context.em, CampaignEntity, {
      args,
      where: status == null ? {} : { status },
      orderBy: [{ id: 'desc' }],
    });
  }

  @Allow(anyone)
  @Query(() => Campaign, {
    nullable: true,
    description: 'One campaign; null if there is none with this id, and null while the service is down.',
  })
  campaign(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, { description: 'The campaign’s id.' })
    id: string,
  ): Promise<CampaignEntity | null> {
    return campaignById.load(context, id);
  }

  @FieldResolver(() => [String], {
    description: 'What it aims at, in the caller’s language; empty if nothing is stated.',
  })
  async aims(@Root() campaign: CampaignEntity, @Ctx() context: RequestContext): Promise<string[]> {
    const aims = await aimsByCampaignId.load(context, campaign.id);
    return aims.map((aim) => context.localize(aim.name));
  }

  @FieldResolver(() => ApplicantSummary, {
    nullable: true,
    description: 'How many people applied; null if that cannot be read now.',
  })
  applicantSummary(@Root() campaign: CampaignEntity, @Ctx() context: RequestContext): Promise<ApplicantSummary> {
    return applicantSummaryByCampaignId.load(context, campaign.id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'The organisation that it is run together with; null if there is none and null while the registry is down.',
  })
  partner(@Root() campaign: CampaignEntity): Organization | null {
    return campaign.partnerOrganizationId ? { id: campaign.partnerOrganizationId } : null;
  }
}
