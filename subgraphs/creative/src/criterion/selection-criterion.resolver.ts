import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { SelectionCriterionEntity } from './selection-criterion.entity.js';
import { SelectionCriterion, SelectionCriterionConnection } from './selection-criterion.type.js';

@Resolver(() => SelectionCriterion)
export class SelectionCriterionResolver {
  @Allow(anyone)
  @Query(() => SelectionCriterionConnection, {
    nullable: true,
    description: 'What a campaign’s commission scores; null while the service is down.',
  })
  selectionCriteria(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('campaignId', () => ID, { description: 'The campaign.' })
    campaignId: string,
  ): Promise<Connection<SelectionCriterionEntity>> {
    return findConnection(context.em, SelectionCriterionEntity, {
      args,
      where: { campaignId },
      orderBy: [{ id: 'asc' }],
    });
  }
}
