import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const conventionSectionKinds = {
  GOALS: 'goals',
  CULTURAL_DOMAINS: 'cultural_domains',
  CROSS_CUTTING_PRIORITIES: 'cross_cutting_priorities',
} as const;
export type ConventionSectionKind = (typeof conventionSectionKinds)[keyof typeof conventionSectionKinds];

const ConventionReportSectionSchema = defineEntity({
  name: 'ConventionReportSectionEntity',
  tableName: 'convention_report_section',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    reportId: p.uuid(),
    kind: p.string().$type<ConventionSectionKind>(),
    title: p.json<LocalizedText>(),
    entries: p.json<LocalizedText[]>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConventionReportSectionEntity extends ConventionReportSectionSchema.class {}
ConventionReportSectionSchema.setClass(ConventionReportSectionEntity);
