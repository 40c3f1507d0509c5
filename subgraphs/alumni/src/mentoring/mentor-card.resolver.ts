import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, volunteer } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { MentorCardEntity } from './mentor-card.entity.js';
import { MentorCardFilter } from './mentor-card.input.js';
import { findCards } from './mentor-card.service.js';
import { MentorCard, MentorCardConnection } from './mentor-card.type.js';
import { mostSuggestions, suggestCards, type SeenSuggestion } from './mentor-suggestion.service.js';
import { MentorSuggestion } from './mentor-suggestion.type.js';

@Resolver(() => MentorCard)
export class MentorCardResolver {
  @Allow(volunteer)
  @Query(() => MentorCardConnection, {
    nullable: true,
    description:
      'Mentors of all associations with a free place, without their names, in an order that says nothing; for whoever looks for a mentor. Null while the service is down.',
  })
  mentorCards(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => MentorCardFilter, { nullable: true, description: 'Only such mentors; all if unset.' })
    filter: MentorCardFilter | null,
  ): Promise<Connection<MentorCardEntity>> {
    return findCards(context, args, filter ?? {});
  }

  @Allow(volunteer)
  @Query(() => [MentorSuggestion], {
    nullable: true,
    description: `The mentors with a free place who have most in common with what the viewer said when they last entered a round, or with their studies, the best first, at most ${mostSuggestions}; null while the service is down.`,
  })
  suggestedMentorCards(@Ctx() context: RequestContext): Promise<SeenSuggestion[]> {
    return suggestCards(context);
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'Where the mentor lives or studied; null if they do not say, and while the registry is down.',
  })
  country(@Root() { countryCode }: MentorCardEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }
}
