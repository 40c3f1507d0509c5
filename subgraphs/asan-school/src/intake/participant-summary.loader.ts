import { defineStatisticLoader, type StatisticLoader } from '@birlik/trust/statistic-loader';
import { participantSummary } from './participant-summary.rule.js';

export const participantSummaryByIntakeId: StatisticLoader<typeof participantSummary> =
  defineStatisticLoader(participantSummary);
