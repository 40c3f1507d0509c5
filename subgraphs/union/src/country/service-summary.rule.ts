import { defineFigure } from '@birlik/trust/figure';

/** The people who served at the opportunities in a country, over all organisations of the union. */
export const serviceSummary = defineFigure('service_summary', { verified: null, unverified: null });
