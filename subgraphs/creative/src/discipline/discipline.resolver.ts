import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
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

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() discipline: DisciplineEntity, @Ctx() context: RequestContext): string {
    return context.localize(discipline.name);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation whose campaigns take it; null while the registry is down.',
  })
  organization(@Root() discipline: DisciplineEntity): Organization {
    return { id: discipline.organizationId };
  }
}
