import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const countryReportStatuses = { DRAFT: 'draft', SUBMITTED: 'submitted' } as const;
export type CountryReportStatus = (typeof countryReportStatuses)[keyof typeof countryReportStatuses];

const CountryReportSchema = defineEntity({
  name: 'CountryReportEntity',
  tableName: 'country_report',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCode: p.string(),
    year: p.integer(),
    status: p.string().$type<CountryReportStatus>(),
    summary: p.json<LocalizedText>().nullable(),
    submittedOn: p.date().nullable(),
  },
});

export class CountryReportEntity extends CountryReportSchema.class {}
CountryReportSchema.setClass(CountryReportEntity);
