import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { FacultyEntity } from './faculty.entity.js';
import { listFaculties } from './faculty.service.js';
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
    return listFaculties(context, args, organizationId ?? null);
  }

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() faculty: FacultyEntity, @Ctx() context: RequestContext): string {
    return context.localize(faculty.name);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The university; null while the registry is down.',
  })
  organization(@Root() faculty: FacultyEntity): Organization {
    return { id: faculty.organizationId };
  }
}
