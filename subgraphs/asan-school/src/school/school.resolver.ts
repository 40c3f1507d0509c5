import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { SchoolOutcomeEntity } from './school-outcome.entity.js';
import { outcomesBySchool } from './school-outcome.loader.js';
import { SchoolOutcome } from './school-outcome.type.js';
import { SchoolEntity } from './school.entity.js';
import { School, SchoolConnection } from './school.type.js';

@Resolver(() => School)
export class SchoolResolver {
  @Allow(anyone)
  @Query(() => SchoolConnection, {
    nullable: true,
    description: 'The schools in which agencies teach their volunteers; null while the service is down.',
  })
  volunteerSchools(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SchoolEntity>> {
    return findConnection(context.em, SchoolEntity, { args, orderBy: [{ id: 'asc' }] });
  }

  @FieldResolver(() => [SchoolOutcome], {
    description: 'What became of those who went through it, at most 50; empty if nothing is told.',
  })
  outcomes(@Root() { id }: SchoolEntity, @Ctx() context: RequestContext): Promise<SchoolOutcomeEntity[]> {
    return outcomesBySchool.load(context, id);
  }
}
