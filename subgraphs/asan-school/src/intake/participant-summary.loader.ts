import { defineFigureLoader, type FigureLoader } from '@birlik/kernel/figure-loader';
import { participantSummary } from './participant-summary.rule.js';

export const participantSummaryByIntakeId: FigureLoader<typeof participantSummary> =
  defineFigureLoader(participantSummary);
