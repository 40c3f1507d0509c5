import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { CountrySummaryEntity } from './country-summary.entity.js';
import { publishFigures, type CountryFigures } from './country-summary.service.js';

/** The figures on a country as they may be published. */
export const figuresByCountryCode = defineLoader<string, CountryFigures<number | null>, RequestContext>(
  async (codes, context) => {
    const rows = await context.em.find(CountrySummaryEntity, { countryCode: { $in: [...codes] } });
    return groupByKey(codes, rows, (row) => row.countryCode).map(publishFigures);
  },
);
