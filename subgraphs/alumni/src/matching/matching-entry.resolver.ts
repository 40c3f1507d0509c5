import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { ListedVolunteer, listPerson } from '@birlik/trust/listed';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { MatchingEntryEntity } from './matching-entry.entity.js';
import { EnterMatchingRoundInput } from './matching-entry.input.js';
import { enterMatchingRound, leaveMatchingRound } from './matching-entry.service.js';
import { ChangeMatchingEntryResult, MatchingEntry } from './matching-entry.type.js';

@Resolver(() => MatchingEntry)
export class MatchingEntryResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMatchingEntryResult, {
    description:
      'Enters the viewer into an open round, or changes with what they are in it. Whoever runs the round sees the entry.',
  })
  enterMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('input', () => EnterMatchingRoundInput, { description: 'The round, and what the viewer wants.' })
    input: EnterMatchingRoundInput,
  ): Promise<MatchingEntryEntity | Problem> {
    return asResult(() => enterMatchingRound(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMatchingEntryResult, {
    description: 'Takes an entry of the viewer’s own back from a round that has not been published.',
  })
  leaveMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('entryId', () => ID, { description: 'The entry’s id.' }) id: string,
  ): Promise<MatchingEntryEntity | Problem> {
    return asResult(() => leaveMatchingRound(context, id));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'Where they live or study; null if they do not say, and while the registry is down.',
  })
  country(@Root() { countryCode }: MatchingEntryEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }

  @FieldResolver(() => ListedVolunteer, {
    nullable: true,
    description:
      'Who it is, once the registry has entered the read, for whoever runs the round and for their association; null for anyone else.',
  })
  person(@Root() entry: MatchingEntryEntity, @Ctx() context: RequestContext): ListedVolunteer | null {
    const { organizationId } = context;
    if (organizationId === null || ![entry.organizationId, entry.associationId].includes(organizationId)) return null;
    return listPerson(context, { list: 'matchingRound', person: entry.volunteerId });
  }
}
