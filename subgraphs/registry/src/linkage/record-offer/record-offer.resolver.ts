import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { RecordOfferEntity } from './record-offer.entity.js';
import { answerRecordOffer, listRecordOffers } from './record-offer.service.js';
import { RecordOffer, RecordOfferResult } from './record-offer.type.js';

@Resolver(() => RecordOffer)
export class RecordOfferResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => RecordOfferResult, {
    description:
      'Says whether a record of an organisation is the viewer’s. After a yes the record becomes theirs in a moment, where its address, names and day of birth still agree and nothing speaks for another person, and the organisation is told; after a no the two are kept apart. The office sees either.',
  })
  answerRecordOffer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The question’s id, of `Volunteer.recordOffers`.' }) id: string,
    @Arg('isMine', () => Boolean, { description: 'Whether the record is the viewer’s.' }) isMine: boolean,
  ): Promise<RecordOfferEntity | Problem> {
    return asResult(() => answerRecordOffer(context, id, isMine));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that has the record; null if it was removed.',
  })
  organization(
    @Root() { organizationId }: RecordOfferEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, organizationId);
  }
}

@Resolver(() => Volunteer)
export class VolunteerRecordOffersResolver {
  @FieldResolver(() => [RecordOffer], {
    nullable: true,
    description:
      'Records that organisations submitted with this person’s confirmed address, names and day of birth, and that wait for the person to say whether they are theirs, newest first, at most 50; null for anyone but the person.',
  })
  recordOffers(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<RecordOfferEntity[] | null> {
    return listRecordOffers(context, person);
  }
}
