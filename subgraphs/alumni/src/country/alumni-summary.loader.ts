import { defineStatisticLoader, type StatisticLoader } from '@birlik/trust/statistic-loader';
import { alumniSummary } from './alumni-summary.rule.js';

export const alumniSummaryByCountryCode: StatisticLoader<typeof alumniSummary> = defineStatisticLoader(alumniSummary);
