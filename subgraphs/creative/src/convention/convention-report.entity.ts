import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const conventionReporters = { PARTY: 'party', CIVIL_SOCIETY: 'civil_society' } as const;
export type ConventionReporter = (typeof conventionReporters)[keyof typeof conventionReporters];

const ConventionReportSchema = defineEntity({
  name: 'ConventionReportEntity',
  tableName: 'convention_report',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    campaignId: p.uuid(),
    convention: p.json<LocalizedText>(),
    reportedBy: p.string().$type<ConventionReporter>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConventionReportEntity extends ConventionReportSchema.class {}
ConventionReportSchema.setClass(ConventionReportEntity);
