import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { DisciplineEntity } from './discipline.entity.js';
import { CreativeDiscipline, CreativeDisciplineConnection } from './discipline.type.js';

@Resolver(() => CreativeDiscipline)
export class DisciplineResolver {
  @Allow(anyone)
  @Query(() => CreativeDisciplineConnection, {
    nullable: true,
    description: 'The creative fields in which people can apply; null while the service is down.',
  })
  disciplines(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<DisciplineEntity>> {
    return findConnection(context.em, DisciplineEntity, { args, orderBy: [{ id: 'asc' }] });
  }
}
