import { defineFigureLoader, type FigureLoader } from '@birlik/trust/figure-loader';
import { alumniSummary } from './alumni-summary.rule.js';

export const alumniSummaryByCountryCode: FigureLoader<typeof alumniSummary> = defineFigureLoader(alumniSummary);
