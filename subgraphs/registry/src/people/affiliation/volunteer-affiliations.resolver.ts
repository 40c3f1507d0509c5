import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ownCategory } from '../../decision/grant-category.rule.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { decideAloud } from '../../decision/purpose-error.service.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import type { AffiliationEntity } from './affiliation.entity.js';
import { affiliationsByGrant } from './affiliation.loader.js';
import { Affiliation } from './affiliation.type.js';

@Resolver(() => Volunteer)
export class VolunteerAffiliationsResolver {
  @FieldResolver(() => [Affiliation], {
    nullable: true,
    description:
      'Ties with organisations, newest first, at most 100; an organisation without consent sees its own only. Null without a grant for the category CONTACT.',
  })
  async affiliations(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<AffiliationEntity[] | null> {
    const { grant } = await decideAloud(context, volunteer, ownCategory);
    return grant && affiliationsByGrant.load(context, grant);
  }
}
