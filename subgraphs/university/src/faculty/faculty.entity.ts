import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const FacultySchema = defineEntity({
  name: 'FacultyEntity',
  tableName: 'faculty',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class FacultyEntity extends FacultySchema.class {}
FacultySchema.setClass(FacultyEntity);
