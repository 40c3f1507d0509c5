import type { RequestContext } from '@birlik/trust/context';
import { standsForPerson } from '@birlik/trust/grant';
import { bandOf, hoursBands, searchFacets } from '@birlik/trust/search-facet';
import { stateHeldFacets } from '@birlik/trust/searchable';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OpportunityApplicationEntity } from '../application/opportunity-application.entity.js';
import { applicationsByGrant, waitingByGrant } from '../application/opportunity-application.loader.js';
import { OpportunityApplication } from '../application/opportunity-application.type.js';
import { serviceTotalsByGrant, type ServiceTotals } from '../service/service-record.loader.js';
import { ServiceRecord } from '../service/service-record.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "serviceGrant")')
  @FieldResolver(() => ServiceRecord, {
    nullable: true,
    description:
      'The volunteer book: service for the union and its members; null without a grant for the category SERVICE.',
  })
  async serviceRecord(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<ServiceTotals | null> {
    const grant = context.openGrant(volunteer.serviceGrant, volunteer.id);
    return grant && serviceTotalsByGrant.load(context, grant);
  }

  @Directive('@requires(fields: "serviceGrant")')
  @FieldResolver(() => [OpportunityApplication], {
    nullable: true,
    description:
      'Applications to opportunities, newest first, at most 50; null without a grant for the category SERVICE.',
  })
  async applications(
    @Root() volunteer: Volunteer,
    @Ctx() context: RequestContext,
    @Arg('awaitingGuardian', () => Boolean, {
      defaultValue: false,
      description: 'True for those alone that wait for a guardian.',
    })
    awaitingGuardian: boolean,
  ): Promise<OpportunityApplicationEntity[] | null> {
    const grant = context.openGrant(volunteer.serviceGrant, volunteer.id);
    return grant && (awaitingGuardian ? waitingByGrant : applicationsByGrant).load(context, grant);
  }

  @Directive('@requires(fields: "serviceGrant")')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the union and its members hold that may stand on a search card, as their statement to the registry, good for a quarter of an hour; null for anyone but the person and the guardian of a minor.',
  })
  async serviceFacets(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<string | null> {
    const grant = context.openGrant(volunteer.serviceGrant, volunteer.id);
    if (!grant || !standsForPerson(grant)) return null;
    const { minutes, organizationIds } = await serviceTotalsByGrant.load(context, grant);
    const band = bandOf(hoursBands, Math.floor(minutes / 60));
    const [organizationId] = organizationIds;
    const held = organizationId ? [{ facet: searchFacets.HOURS_BAND, label: { az: band }, organizationId }] : [];
    return stateHeldFacets(context, grant, held);
  }
}
