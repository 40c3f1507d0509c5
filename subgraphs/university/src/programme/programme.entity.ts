import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ProgrammeSchema = defineEntity({
  name: 'ProgrammeEntity',
  tableName: 'programme',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    facultyId: p.uuid(),
    name: p.json<LocalizedText>(),
    fieldCode: p.string(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ProgrammeEntity extends ProgrammeSchema.class {}
ProgrammeSchema.setClass(ProgrammeEntity);
