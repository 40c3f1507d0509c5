import { Allow } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { placedRowById } from './access-log-proof.loader.js';
import { proofOf } from './access-log-proof.rule.js';
import { AccessLogProof } from './access-log-proof.type.js';
import { shownToReader } from './log-leaf.rule.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { signOrganizationHead, listOrganizationAccessLog } from './access-log-entry.service.js';
import { OrganizationAccessLogEntry, OrganizationAccessLogEntryConnection } from './access-log-entry.type.js';
import { mostRepresented, representedIn } from './represented-organizations.loader.js';

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
      'The newest signed head of the log, with the number of rows in it that are the viewer’s organisation’s, as a compact JWS, to be kept for a later verification; null while nothing is signed and while the service is down.',
  })
  organizationAccessLogHead(@Ctx() context: RequestContext): Promise<string | null> {
    return signOrganizationHead(context);
  }

  @FieldResolver(() => Volunteer, { description: 'The person who was asked about; what it shows needs a right anew.' })
  volunteer(@Root() entry: AccessLogEntryEntity): Volunteer {
    return { id: entry.volunteerId };
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: `For whom the viewer’s organisation acted by their mandates, at most ${mostRepresented}; null when it was refused or rests on another right.`,
  })
  onBehalfOf(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity[]> | null {
    return representedIn(entry, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The purpose as the operation stated it; null if it stated none.',
  })
  purpose(@Root() entry: AccessLogEntryEntity): string | null {
    return entry.purpose ?? null;
  }

  @FieldResolver(() => AccessLogProof, {
    nullable: true,
    description: 'The proof that the entry stands in the signed log; null for the moment until a head covers it.',
  })
  async proof(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<AccessLogProof | null> {
    const placed = await placedRowById.load(context, entry.id);
    return placed && proofOf(placed, shownToReader);
  }
}
