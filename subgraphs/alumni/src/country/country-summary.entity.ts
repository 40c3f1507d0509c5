import { defineEntity, p } from '@mikro-orm/core';

const CountrySummarySchema = defineEntity({
  name: 'CountrySummaryEntity',
  tableName: 'country_summary',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCode: p.string(),
    studentsAbroad: p.integer(),
    alumni: p.integer(),
  },
});

/** One association's figures on one country; the database keeps them, nothing else writes them. */
export class CountrySummaryEntity extends CountrySummarySchema.class {}
CountrySummarySchema.setClass(CountrySummaryEntity);
