import { defineStatistic } from '@birlik/trust/statistic';

/** The people who began the volunteer programme with an intake. */
export const participantSummary = defineStatistic('participant_summary', { completed: null, notCompleted: null });
