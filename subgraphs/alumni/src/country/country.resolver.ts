import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { alumniSummaryByCountryCode } from './alumni-summary.loader.js';
import { AlumniSummary, Country } from './country.type.js';

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => AlumniSummary, {
    nullable: true,
    description: 'How many people of the alumni platform study or studied there; null while its service is down.',
  })
  alumniSummary(@Root() country: Country, @Ctx() context: RequestContext): Promise<AlumniSummary> {
    return alumniSummaryByCountryCode.load(context, country.code);
  }
}
