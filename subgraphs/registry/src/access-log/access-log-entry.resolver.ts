import type { RequestContext } from '@birlik/kernel/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { AccessLogEntry } from './access-log-entry.type.js';

@Resolver(() => AccessLogEntry)
export class AccessLogEntryResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation for which the viewer acted; null for a person who acted for none.',
  })
  organization(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return entry.organizationId ? organizationById.load(context, entry.organizationId) : null;
  }
}
