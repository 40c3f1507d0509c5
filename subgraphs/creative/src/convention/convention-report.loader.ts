import { defineRowLoader, defineRowsLoader } from '@birlik/kernel/rows';
import { ConventionReportSectionEntity } from './convention-report-section.entity.js';
import { ConventionReportEntity } from './convention-report.entity.js';

/** How a campaign was reported under a convention; null if it was not. */
export const conventionReportByCampaign = defineRowLoader(ConventionReportEntity, 'campaignId', {
  readers: 'everyone',
});

/** The sections of a report in the order of their kinds. */
export const sectionsByReport = defineRowsLoader(ConventionReportSectionEntity, 'reportId', {
  readers: 'everyone',
  orderBy: [{ kind: 'asc' }],
});
