import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const PressReportSchema = defineEntity({
  name: 'PressReportEntity',
  tableName: 'press_report',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    platformId: p.uuid(),
    title: p.json<LocalizedText>(),
    publisher: p.string(),
    publishedOn: p.date(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class PressReportEntity extends PressReportSchema.class {}
PressReportSchema.setClass(PressReportEntity);
