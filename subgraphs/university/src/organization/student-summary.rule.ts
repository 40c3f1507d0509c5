import { defineFigure } from '@birlik/trust/figure';

/** The people who study at a university. */
export const studentSummary = defineFigure('student_summary', {
  bachelor: null,
  postgraduate: { master: null, doctorate: null },
});
