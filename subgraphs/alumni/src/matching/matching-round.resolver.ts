import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { MatchingRoundEntity } from './matching-round.entity.js';
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
    const organizationId = context.requireOrganization();
    return findConnection(context.em, MatchingRoundEntity, {
      args,
      where: { organizationId },
      orderBy: [{ id: 'desc' }],
    });
  }
}
