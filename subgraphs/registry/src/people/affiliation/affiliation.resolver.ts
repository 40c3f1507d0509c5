import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import type { AffiliationEntity } from './affiliation.entity.js';
import { Affiliation } from './affiliation.type.js';

@Resolver(() => Affiliation)
export class AffiliationResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation; null if it was removed.' })
  organization(
    @Root() affiliation: AffiliationEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, affiliation.organizationId);
  }
}
