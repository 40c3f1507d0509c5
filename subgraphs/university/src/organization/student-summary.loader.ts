import { defineFigureLoader, type FigureLoader } from '@birlik/trust/figure-loader';
import { studentSummary } from './student-summary.rule.js';

export const studentSummaryByOrganizationId: FigureLoader<typeof studentSummary> = defineFigureLoader(studentSummary);
