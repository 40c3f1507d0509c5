import { defineFigure } from '@birlik/trust/figure';

/** The people who study or studied in a country, over all associations. */
export const alumniSummary = defineFigure('alumni_summary', { studentsAbroad: null, alumni: null });
