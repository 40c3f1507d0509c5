import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countryReportStatuses, type CountryReportStatus } from './country-report.entity.js';

registerEnumType(countryReportStatuses, {
  name: 'CountryReportStatus',
  description: 'Where a country report stands.',
  valuesConfig: {
    DRAFT: { description: 'It is still written.' },
    SUBMITTED: { description: 'It is submitted and can no longer change.' },
  },
});

@ObjectType({ description: 'What one country reports to the center on one year.' })
export class CountryReport {
  @Field(() => ID, { description: 'The report’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The calendar year on which it reports.' })
  readonly year!: number;

  @Field(() => countryReportStatuses, { description: 'Where the report stands.' })
  readonly status!: CountryReportStatus;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was submitted; null for a draft.' })
  readonly submittedOn!: string | null;

  @LocalizedField({
    nullable: true,
    description: 'The text in the caller’s language; null if it is not written or not on record.',
  })
  readonly summary!: LocalizedText | null;
}

export const CountryReportConnection = connectionType('CountryReport', () => CountryReport);
export const SubmitCountryReportResult = resultType(
  'SubmitCountryReportResult',
  CountryReport,
  'The submitted report, or why it was not submitted.',
);
