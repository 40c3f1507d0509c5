import { defineStatisticLoader, type StatisticLoader } from '@birlik/trust/statistic-loader';
import { applicantSummary } from './applicant-summary.rule.js';

export const applicantSummaryByCampaignId: StatisticLoader<typeof applicantSummary> =
  defineStatisticLoader(applicantSummary);
