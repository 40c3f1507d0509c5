import { defineFigure } from '@birlik/trust/figure';

/** The people who began the volunteer programme with an intake. */
export const participantSummary = defineFigure('participant_summary', { completed: null, notCompleted: null });
