import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { ConferenceContributorEntity } from './conference-contributor.entity.js';
import { ConferenceContributor } from './conference-contributor.type.js';

@Resolver(() => ConferenceContributor)
export class ConferenceContributorResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation; null while the registry is down.',
  })
  organization(@Root() contributor: ConferenceContributorEntity): Organization {
    return { id: contributor.contributorId };
  }
}
