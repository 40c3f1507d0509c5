import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CampaignEntity } from '../campaign/campaign.entity.js';
import { campaignById } from '../campaign/campaign.loader.js';
import { Campaign } from '../campaign/campaign.type.js';
import { CreativeActivityEntity } from './creative-activity.entity.js';
import { CreativeActivity, CreativeActivityConnection } from './creative-activity.type.js';

@Resolver(() => CreativeActivity)
export class CreativeActivityResolver {
  @Allow(anyone)
  @Query(() => CreativeActivityConnection, {
    nullable: true,
    description: 'What creative volunteers have done, newest first; null while the service is down.',
  })
  creativeActivities(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<CreativeActivityEntity>> {
    return findConnection(context.em, CreativeActivityEntity, { args, orderBy: [{ id: 'desc' }] });
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign that it belongs to; null if it was withdrawn.',
  })
  campaign(@Root() activity: CreativeActivityEntity, @Ctx() context: RequestContext): Promise<CampaignEntity | null> {
    return campaignById.load(context, activity.campaignId);
  }
}
