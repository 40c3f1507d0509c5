import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { CountryReportEntity } from './country-report.entity.js';
import { SubmitCountryReportInput } from './country-report.input.js';
import { listCountryReports, submitCountryReport } from './country-report.service.js';
import { CountryReport, CountryReportConnection, SubmitCountryReportResult } from './country-report.type.js';

@Resolver(() => CountryReport)
export class CountryReportResolver {
  @Allow(organization('officer', 'analyst'))
  @Query(() => CountryReportConnection, {
    nullable: true,
    description:
      'The country reports of the viewer’s own center, newest year first; for its officers and analysts; null while the service is down.',
  })
  async countryReports(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<CountryReportEntity>> {
    return listCountryReports(context, args);
  }

  @Allow(writeScope, organization('officer', 'analyst'))
  @Mutation(() => SubmitCountryReportResult, {
    description: 'Submits a draft, after which it can no longer change; for officers and analysts of the center.',
  })
  submitCountryReport(
    @Ctx() context: RequestContext,
    @Arg('input', () => SubmitCountryReportInput, { description: 'The draft and its final text.' })
    input: SubmitCountryReportInput,
  ): Promise<CountryReportEntity | Problem> {
    return asResult(() => submitCountryReport(context, input));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country that reports; null while the registry is down.',
  })
  country(@Root() report: CountryReportEntity): Country {
    return { code: report.countryCode };
  }
}
