import { defineFigureLoader, type FigureLoader } from '@birlik/trust/figure-loader';
import { serviceSummary } from './service-summary.rule.js';

export const serviceSummaryByCountryCode: FigureLoader<typeof serviceSummary> = defineFigureLoader(serviceSummary);
