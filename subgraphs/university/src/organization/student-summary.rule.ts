import { defineStatistic } from '@birlik/trust/statistic';

/** The people who study at a university. */
export const studentSummary = defineStatistic('student_summary', {
  bachelor: null,
  postgraduate: { master: null, doctorate: null },
});
