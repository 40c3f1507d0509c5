import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { InstitutionSector } from '../host/host-institution.entity.js';
import type { ProgrammeStage } from '../programme/programme-participation.entity.js';

const StageDefinitionSchema = defineEntity({
  name: 'StageDefinitionEntity',
  tableName: 'stage_definition',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    stage: p.string().$type<ProgrammeStage>(),
    name: p.json<LocalizedText>(),
    weeks: p.integer(),
    purpose: p.json<LocalizedText>().nullable(),
    openTo: p.json<LocalizedText>().nullable(),
    requires: p.string().$type<ProgrammeStage>().nullable(),
    skills: p.json<LocalizedText[]>(),
    cooperation: p.json<LocalizedText>().nullable(),
    hostSectors: p.array<InstitutionSector>(),
    hostsPerPerson: p.integer().nullable(),
    evaluation: p.json<LocalizedText>().nullable(),
    award: p.json<LocalizedText>().nullable(),
    givesReference: p.boolean(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class StageDefinitionEntity extends StageDefinitionSchema.class {}
StageDefinitionSchema.setClass(StageDefinitionEntity);
