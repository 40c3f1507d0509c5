import { defineFigureLoader, type FigureLoader } from '@birlik/trust/figure-loader';
import { applicantSummary } from './applicant-summary.rule.js';

export const applicantSummaryByCampaignId: FigureLoader<typeof applicantSummary> = defineFigureLoader(applicantSummary);
