import { defineStatisticLoader, type StatisticLoader } from '@birlik/trust/statistic-loader';
import { serviceSummary } from './service-summary.rule.js';

export const serviceSummaryByCountryCode: StatisticLoader<typeof serviceSummary> =
  defineStatisticLoader(serviceSummary);
