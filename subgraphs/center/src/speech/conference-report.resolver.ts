import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { ConferenceReportEntity } from './conference-report.entity.js';
import { ConferenceReport } from './conference-report.type.js';
import type { ConferenceSpeakerEntity } from './conference-speaker.entity.js';
import { ConferenceSpeaker } from './conference-speaker.type.js';
import { speakerById } from './speech.loader.js';

@Resolver(() => ConferenceReport)
export class ConferenceReportResolver {
  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country on which it reports; null while the registry is down.',
  })
  country(@Root() { countryCode }: ConferenceReportEntity): Country {
    return { code: countryCode };
  }

  @FieldResolver(() => ConferenceSpeaker, {
    nullable: true,
    description: 'Who presented it; null if nobody is named.',
  })
  async presentedBy(
    @Root() { speakerId }: ConferenceReportEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConferenceSpeakerEntity | null> {
    return speakerId ? speakerById.load(context, speakerId) : null;
  }
}
