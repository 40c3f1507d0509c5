import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { DisciplineEntity } from './discipline.entity.js';
import { listDisciplines } from './discipline.service.js';
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
    return listDisciplines(context, args);
  }
}
