import { defineStatistic } from '@birlik/trust/statistic';

/** The people who applied to a campaign. */
export const applicantSummary = defineStatistic('applicant_summary', {
  capital: null,
  elsewhere: { regions: null, unsaid: null },
});
