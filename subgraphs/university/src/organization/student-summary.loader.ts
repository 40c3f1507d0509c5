import { defineStatisticLoader, type StatisticLoader } from '@birlik/trust/statistic-loader';
import { studentSummary } from './student-summary.rule.js';

export const studentSummaryByOrganizationId: StatisticLoader<typeof studentSummary> =
  defineStatisticLoader(studentSummary);
