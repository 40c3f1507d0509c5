import { Allow } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { findOrganizationAccessLogHead, listOrganizationAccessLog } from './access-log-entry.service.js';
import { OrganizationAccessLogEntry, OrganizationAccessLogEntryConnection } from './access-log-entry.type.js';

@Resolver(() => OrganizationAccessLogEntry)
export class OrganizationAccessLogResolver {
  @Allow(readingOrganization('officer', 'admin'))
  @Query(() => OrganizationAccessLogEntryConnection, {
    nullable: true,
    description:
      'What was asked of people for the viewer’s organisation, refusals too, newest first; for its officers. Null while the service is down.',
  })
  organizationAccessLog(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AccessLogEntryEntity>> {
    return listOrganizationAccessLog(context, args);
  }

  @Allow(readingOrganization('officer', 'admin'))
  @Query(() => String, {
    nullable: true,
    description:
      'The newest signed head of the chain of that log, as a compact JWS, to be kept for a later verification; null while nothing is signed and while the service is down.',
  })
  organizationAccessLogHead(@Ctx() context: RequestContext): Promise<string | null> {
    return findOrganizationAccessLogHead(context);
  }

  @FieldResolver(() => Volunteer, { description: 'The person who was asked about; what it shows needs a right anew.' })
  volunteer(@Root() entry: AccessLogEntryEntity): Volunteer {
    return { id: entry.volunteerId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The purpose as the operation stated it; null if it stated none.',
  })
  purpose(@Root() entry: AccessLogEntryEntity): string | null {
    return entry.purpose ?? null;
  }
}
