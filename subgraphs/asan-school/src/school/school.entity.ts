import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredFigure } from '@birlik/trust/reported-figure';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const SchoolSchema = defineEntity({
  name: 'SchoolEntity',
  tableName: 'school',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    purpose: p.json<LocalizedText>().nullable(),
    goal: p.json<LocalizedText>().nullable(),
    method: p.json<LocalizedText>().nullable(),
    openTo: p.json<LocalizedText>().nullable(),
    contribution: p.json<LocalizedText>().nullable(),
    reportedFigures: p.json<StoredFigure[]>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class SchoolEntity extends SchoolSchema.class {}
SchoolSchema.setClass(SchoolEntity);
