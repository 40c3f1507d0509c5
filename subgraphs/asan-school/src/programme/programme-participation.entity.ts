import { defineEntity, p } from '@mikro-orm/core';

export const programmeStages = { MASTER_1: 'master_1', MASTER_2: 'master_2' } as const;
export type ProgrammeStage = (typeof programmeStages)[keyof typeof programmeStages];

export const stageStatuses = { ACTIVE: 'active', COMPLETED: 'completed', WITHDRAWN: 'withdrawn' } as const;
export type StageStatus = (typeof stageStatuses)[keyof typeof stageStatuses];

export const master2Areas = { ADMINISTRATIVE: 'administrative', SOCIAL: 'social', BUSINESS: 'business' } as const;
export type Master2Area = (typeof master2Areas)[keyof typeof master2Areas];

const ProgrammeParticipationSchema = defineEntity({
  name: 'ProgrammeParticipationEntity',
  tableName: 'programme_participation',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    intakeId: p.uuid(),
    joinedOn: p.date(),
    master1Status: p.string().$type<StageStatus>(),
    master1Score: p.integer().nullable(),
    master1CertificateTypeId: p.uuid().nullable(),
    master2Area: p.string().$type<Master2Area>().nullable(),
    master2Status: p.string().$type<StageStatus>().nullable(),
    master2Score: p.integer().nullable(),
    master2HostId: p.uuid().nullable(),
  },
});

export class ProgrammeParticipationEntity extends ProgrammeParticipationSchema.class {}
ProgrammeParticipationSchema.setClass(ProgrammeParticipationEntity);
