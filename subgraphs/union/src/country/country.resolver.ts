import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Country, ServiceSummary } from './country.type.js';
import { serviceSummaryByCountryCode } from './service-summary.loader.js';

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => ServiceSummary, {
    nullable: true,
    description: 'How many people of the union and its members served there; null while its service is down.',
  })
  serviceSummary(@Root() country: Country, @Ctx() context: RequestContext): Promise<ServiceSummary> {
    return serviceSummaryByCountryCode.load(context, country.code);
  }
}
