import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { ProgrammeStage } from '../programme/programme-participation.entity.js';

export const trainingMoments = { BEGINNING: 'beginning', DURING: 'during', END: 'end' } as const;
export type TrainingMoment = (typeof trainingMoments)[keyof typeof trainingMoments];

const TrainingSchema = defineEntity({
  name: 'TrainingEntity',
  tableName: 'training',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    stage: p.string().$type<ProgrammeStage>(),
    moment: p.string().$type<TrainingMoment>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class TrainingEntity extends TrainingSchema.class {}
TrainingSchema.setClass(TrainingEntity);
