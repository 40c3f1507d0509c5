import { defineFigureLoader, type FigureLoader } from '@birlik/trust/figure-loader';
import { participantSummary } from './participant-summary.rule.js';

export const participantSummaryByIntakeId: FigureLoader<typeof participantSummary> =
  defineFigureLoader(participantSummary);
