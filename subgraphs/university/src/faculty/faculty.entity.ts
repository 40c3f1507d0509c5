import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const FacultySchema = defineEntity({
  name: 'FacultyEntity',
  tableName: 'faculty',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
  },
});

export class FacultyEntity extends FacultySchema.class {}
FacultySchema.setClass(FacultyEntity);
