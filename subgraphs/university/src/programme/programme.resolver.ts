import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { FacultyEntity } from '../faculty/faculty.entity.js';
import { facultyById } from '../faculty/faculty.loader.js';
import { Faculty } from '../faculty/faculty.type.js';
import { ProgrammeEntity } from './programme.entity.js';
import { Programme, ProgrammeConnection } from './programme.type.js';

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Allow(anyone)
  @Query(() => ProgrammeConnection, {
    nullable: true,
    description: 'The programmes of study at the member universities; null while the service is down.',
  })
  programmes(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('facultyId', () => ID, { nullable: true, description: 'Only those of this faculty; all if unset.' })
    facultyId: string | null,
  ): Promise<Connection<ProgrammeEntity>> {
    return findConnection(context.em, ProgrammeEntity, {
      args,
      where: facultyId == null ? {} : { facultyId },
      orderBy: [{ id: 'asc' }],
    });
  }

  @FieldResolver(() => Faculty, { nullable: true, description: 'The faculty; null if it was dissolved.' })
  faculty(@Root() programme: ProgrammeEntity, @Ctx() context: RequestContext): Promise<FacultyEntity | null> {
    return facultyById.load(context, programme.facultyId);
  }
}
