import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { Master2Area, ProgrammeStage } from '../programme/programme-participation.entity.js';

const StageAreaSchema = defineEntity({
  name: 'StageAreaEntity',
  tableName: 'stage_area',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    stage: p.string().$type<ProgrammeStage>(),
    area: p.string().$type<Master2Area>(),
    name: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class StageAreaEntity extends StageAreaSchema.class {}
StageAreaSchema.setClass(StageAreaEntity);
