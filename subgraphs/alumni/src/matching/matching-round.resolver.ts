import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { MatchingRoundEntity } from './matching-round.entity.js';
import { listMatchingRounds } from './matching-round.service.js';
import { MatchingRound, MatchingRoundConnection } from './matching-round.type.js';

@Resolver(() => MatchingRound)
export class MatchingRoundResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => MatchingRoundConnection, {
    nullable: true,
    description:
      'The matching rounds of the viewer’s own organisation, newest first; for its coordinators, officers and systems; null while the service is down.',
  })
  matchingRounds(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingRoundEntity>> {
    return listMatchingRounds(context, args);
  }

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() round: MatchingRoundEntity, @Ctx() context: RequestContext): string {
    return context.localize(round.name);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that runs it; null while the registry is down.',
  })
  organization(@Root() round: MatchingRoundEntity): Organization {
    return { id: round.organizationId };
  }
}
