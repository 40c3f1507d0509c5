import { defineStatistic } from '@birlik/trust/statistic';

/** The people who study or studied in a country, over all associations. */
export const alumniSummary = defineStatistic('alumni_summary', { studentsAbroad: null, alumni: null });
