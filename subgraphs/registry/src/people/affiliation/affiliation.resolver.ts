import { dayIn } from '@birlik/kernel/time-zone';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import type { AffiliationEntity } from './affiliation.entity.js';
import { Affiliation, affiliationStatuses, type AffiliationStatus, MembershipEvent } from './affiliation.type.js';
import type { MembershipEventEntity } from './membership-event.entity.js';
import { eventsByMembership } from './membership-event.loader.js';

@Resolver(() => Affiliation)
export class AffiliationResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation; null if it was removed.' })
  organization(
    @Root() affiliation: AffiliationEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, affiliation.organizationId);
  }

  @FieldResolver(() => affiliationStatuses, { description: 'Whether it lasts.' })
  async status(
    @Root() { suspendedAt, until, organizationId }: AffiliationEntity,
    @Ctx() context: RequestContext,
  ): Promise<AffiliationStatus> {
    if (suspendedAt) return affiliationStatuses.SUSPENDED;
    if (until == null) return affiliationStatuses.ACTIVE;
    const organization = await organizationById.load(context, organizationId);
    const today = organization ? dayIn(organization.timeZone, new Date()) : context.today();
    return until <= today ? affiliationStatuses.ENDED : affiliationStatuses.ACTIVE;
  }

  @FieldResolver(() => [MembershipEvent], {
    description:
      'What happened to it since it is kept here, newest first, at most 100; empty for whoever is neither the person nor of the organisation.',
  })
  history(@Root() { id }: AffiliationEntity, @Ctx() context: RequestContext): Promise<MembershipEventEntity[]> {
    return eventsByMembership.load(context, id);
  }
}
