import type { RequestContext } from '@birlik/trust/context';
import { standsForPerson } from '@birlik/trust/grant';
import { searchFacets } from '@birlik/trust/search-facet';
import { stateHeldFacets } from '@birlik/trust/searchable';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EnrolmentEntity } from '../enrolment/enrolment.entity.js';
import { enrolmentsByGrant } from '../enrolment/enrolment.loader.js';
import { Enrolment } from '../enrolment/enrolment.type.js';
import { programmeById } from '../programme/programme.loader.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "studyGrant")')
  @FieldResolver(() => [Enrolment], {
    nullable: true,
    description:
      'Studies at the member universities, newest first, at most 20; null without a grant for the category STUDY.',
  })
  async enrolments(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<EnrolmentEntity[] | null> {
    const grant = context.openGrant(volunteer.studyGrant, volunteer.id);
    return grant && enrolmentsByGrant.load(context, grant);
  }

  @Directive('@requires(fields: "studyGrant")')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the universities hold that may stand on a search card, as their statement to the registry, good for a quarter of an hour; null for anyone but the person and the guardian of a minor.',
  })
  async studyFacets(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<string | null> {
    const grant = context.openGrant(volunteer.studyGrant, volunteer.id);
    if (!grant || !standsForPerson(grant)) return null;
    const enrolments = await enrolmentsByGrant.load(context, grant);
    const programmes = await Promise.all(enrolments.map(({ programmeId }) => programmeById.load(context, programmeId)));
    const held = enrolments.flatMap(({ organizationId }, index) => {
      const label = programmes[index]?.name;
      return label ? [{ facet: searchFacets.FIELD_OF_STUDY, label, organizationId }] : [];
    });
    return stateHeldFacets(context, grant, held);
  }
}
