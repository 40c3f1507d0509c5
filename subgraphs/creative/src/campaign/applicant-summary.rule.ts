import { defineFigure } from '@birlik/trust/figure';

/** The people who applied to a campaign. */
export const applicantSummary = defineFigure('applicant_summary', {
  capital: null,
  elsewhere: { regions: null, unsaid: null },
});
