import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { InstitutionSector } from '../host/host-institution.entity.js';

const SchoolOutcomeSchema = defineEntity({
  name: 'SchoolOutcomeEntity',
  tableName: 'school_outcome',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    schoolId: p.uuid(),
    summary: p.json<LocalizedText>(),
    sectors: p.array<InstitutionSector>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class SchoolOutcomeEntity extends SchoolOutcomeSchema.class {}
SchoolOutcomeSchema.setClass(SchoolOutcomeEntity);
