import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { MentoringOfferInput } from './mentoring-offer.input.js';
import { changeOffer, findOwnOffer, offerMentoring, reviewMentor } from './mentoring-offer.service.js';
import { MentorProfileEntity, mentorReviews, type MentorReview } from './mentor-profile.entity.js';
import {
  ChangeMentorProfileResult,
  MentorProfile,
  MentorProfileConnection,
  MentorVolunteerConnection,
} from './mentor-profile.type.js';

@Resolver(() => MentorProfile)
export class MentorProfileResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => MentorVolunteerConnection, {
    nullable: true,
    description:
      'The mentors of the viewer’s own association with a free place; for its officers, coordinators and systems; null while the service is down.',
  })
  async mentors(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const organizationId = context.requireOrganization();
    const page = await findConnection(context.em, MentorProfileEntity, {
      args,
      where: { organizationId, paused: false, withdrawnAt: null, freePlaces: { $gt: 0 } },
      orderBy: [{ id: 'asc' }],
    });
    return listPeople(context, page, { list: 'mentors', personOf: (row) => row.volunteerId });
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'Where the mentor lives or studied; null if they do not say, and while the registry is down.',
  })
  country(@Root() { countryCode }: MentorProfileEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }

  @Allow(volunteer)
  @Query(() => MentorProfile, {
    nullable: true,
    description:
      'What the viewer offers as a mentor; null if they never offered to mentor, and while the service is down.',
  })
  myMentoringOffer(@Ctx() context: RequestContext): Promise<MentorProfileEntity | null> {
    return findOwnOffer(context);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorProfileResult, {
    description:
      'Makes the viewer a mentor, or changes what they offer. Others find the offer as a card without a name.',
  })
  offerMentoring(
    @Ctx() context: RequestContext,
    @Arg('input', () => MentoringOfferInput, { description: 'What is offered.' }) input: MentoringOfferInput,
  ): Promise<MentorProfileEntity | Problem> {
    return asResult(() => offerMentoring(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorProfileResult, {
    description: 'Pauses the viewer’s offer, so that nobody asks, or takes it up again. Who is accompanied stays.',
  })
  pauseMentoring(
    @Ctx() context: RequestContext,
    @Arg('paused', () => Boolean, { description: 'Whether it is paused from now on.' }) paused: boolean,
  ): Promise<MentorProfileEntity | Problem> {
    return asResult(() => changeOffer(context, { paused }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorProfileResult, {
    description: 'Takes the viewer’s offer back. Who is accompanied stays, and it can be offered anew.',
  })
  withdrawMentoringOffer(@Ctx() context: RequestContext): Promise<MentorProfileEntity | Problem> {
    return asResult(() => changeOffer(context, { isWithdrawn: true }));
  }

  @Allow(organization('officer', 'coordinator', 'admin'))
  @Query(() => MentorProfileConnection, {
    nullable: true,
    description:
      'Offers to mentor that the viewer’s own association has not looked at yet, the oldest first, without names; for its officers and coordinators. Null while the service is down.',
  })
  mentorsToReview(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MentorProfileEntity>> {
    const where = { organizationId: context.requireOrganization(), review: mentorReviews.AWAITED, withdrawnAt: null };
    return findConnection(context.em, MentorProfileEntity, { args, where, orderBy: [{ id: 'asc' }] });
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => ChangeMentorProfileResult, {
    description: 'Says what the viewer’s own association thinks of an offer to mentor; it can be said anew.',
  })
  reviewMentor(
    @Ctx() context: RequestContext,
    @Arg('profileId', () => ID, { description: 'The mentor profile’s id.' }) profileId: string,
    @Arg('review', () => mentorReviews, { description: 'What the association says.' }) review: MentorReview,
  ): Promise<MentorProfileEntity | Problem> {
    return asResult(() => reviewMentor(context, { profileId, review }));
  }
}
