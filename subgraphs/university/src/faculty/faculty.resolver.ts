import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { FacultyEntity } from './faculty.entity.js';
import { Faculty, FacultyConnection } from './faculty.type.js';

@Resolver(() => Faculty)
export class FacultyResolver {
  @Allow(anyone)
  @Query(() => FacultyConnection, {
    nullable: true,
    description: 'The faculties of the member universities; null while the service is down.',
  })
  faculties(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('organizationId', () => ID, { nullable: true, description: 'Only those of this university; all if unset.' })
    organizationId: string | null,
  ): Promise<Connection<FacultyEntity>> {
    return findConnection(context.em, FacultyEntity, {
      args,
      where: organizationId == null ? {} : { organizationId },
      orderBy: [{ id: 'asc' }],
    });
  }
}
