import type { Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { PortalEntity } from '../portal/portal.entity.js';
import { portalById } from '../portal/portal.loader.js';
import { Portal } from '../portal/portal.type.js';
import type { OpportunityEntity } from './opportunity.entity.js';
import { OpportunityArgs } from './opportunity.input.js';
import { opportunityById } from './opportunity.loader.js';
import { listOpportunities } from './opportunity.service.js';
import { Opportunity, OpportunityConnection } from './opportunity.type.js';

@Resolver(() => Opportunity)
export class OpportunityResolver {
  @Allow(anyone)
  @Query(() => OpportunityConnection, {
    nullable: true,
    description:
      'The published opportunities of the union and its members, those that start last first; null while the service is down.',
  })
  opportunities(
    @Ctx() context: RequestContext,
    @Args(() => OpportunityArgs) args: OpportunityArgs,
  ): Promise<Connection<OpportunityEntity>> {
    return listOpportunities(context, args);
  }

  @Allow(anyone)
  @Query(() => Opportunity, {
    nullable: true,
    description: 'One opportunity; null if there is none that the viewer may see, and null while the service is down.',
  })
  opportunity(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, { description: 'The opportunity’s id.' })
    id: string,
  ): Promise<OpportunityEntity | null> {
    return opportunityById.load(context, id);
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country in which it takes place; null while the registry is down.',
  })
  country(@Root() opportunity: OpportunityEntity): Country {
    return { code: opportunity.countryCode };
  }

  @FieldResolver(() => Portal, {
    nullable: true,
    description: 'Where it was published first; null if on no portal, or if that portal was given up.',
  })
  async portal(@Root() { portalId }: OpportunityEntity, @Ctx() context: RequestContext): Promise<PortalEntity | null> {
    return portalId ? portalById.load(context, portalId) : null;
  }
}
