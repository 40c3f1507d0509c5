import { defineFigure } from '@birlik/kernel/figure';

/** The people who began the volunteer programme with an intake. */
export const participantSummary = defineFigure('participant_summary', { completed: null, notCompleted: null });
