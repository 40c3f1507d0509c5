import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { ConferenceContributorEntity } from './conference-contributor.entity.js';
import { contributorsByConference } from './conference-contributor.loader.js';
import { ConferenceContributor } from './conference-contributor.type.js';
import { participationsByConference } from './conference-participation.loader.js';
import { ConferenceEntity } from './conference.entity.js';
import { Conference, ConferenceConnection } from './conference.type.js';

@Resolver(() => Conference)
export class ConferenceResolver {
  @Allow(anyone)
  @Query(() => ConferenceConnection, {
    nullable: true,
    description: 'The conferences that the center knows of, newest first; null while the service is down.',
  })
  conferences(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ConferenceEntity>> {
    return findConnection(context.em, ConferenceEntity, { args, orderBy: [{ reportedOn: 'desc' }, { id: 'desc' }] });
  }

  @FieldResolver(() => [String], { description: 'What was discussed, in the caller’s language; empty if not known.' })
  topics(@Root() conference: ConferenceEntity, @Ctx() context: RequestContext): string[] {
    return conference.topics.map((topic) => context.localize(topic));
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description: 'The countries that took part, at most 300; null while the registry is down.',
  })
  async participants(@Root() conference: ConferenceEntity, @Ctx() context: RequestContext): Promise<Country[]> {
    const rows = await participationsByConference.load(context, conference.id);
    return rows.map((row) => ({ code: row.countryCode }));
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description:
      'The countries that its theme is about, at most 300; empty if it is about none in particular, null while the registry is down.',
  })
  themeCountries(@Root() { themeCountryCodes }: ConferenceEntity): Country[] {
    return themeCountryCodes.map((code) => ({ code }));
  }

  @FieldResolver(() => [ConferenceContributor], { description: 'The organisations behind it, at most 100.' })
  contributors(
    @Root() conference: ConferenceEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConferenceContributorEntity[]> {
    return contributorsByConference.load(context, conference.id);
  }
}
