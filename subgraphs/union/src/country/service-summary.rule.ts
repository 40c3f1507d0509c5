import { defineStatistic } from '@birlik/trust/statistic';

/** The people who served at the opportunities in a country, over all organisations of the union. */
export const serviceSummary = defineStatistic('service_summary', { verified: null, unverified: null });
