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
    // The naming strategy sees no word's end behind a digit, so these columns are named here.
    master1Status: p.string().$type<StageStatus>().fieldName('master1_status'),
    master1Score: p.integer().nullable().fieldName('master1_score'),
    master1CertificateTypeId: p.uuid().nullable().fieldName('master1_certificate_type_id'),
    master2Area: p.string().$type<Master2Area>().nullable().fieldName('master2_area'),
    master2Status: p.string().$type<StageStatus>().nullable().fieldName('master2_status'),
    master2Score: p.integer().nullable().fieldName('master2_score'),
    master2HostId: p.uuid().nullable().fieldName('master2_host_id'),
  },
});

export class ProgrammeParticipationEntity extends ProgrammeParticipationSchema.class {}
ProgrammeParticipationSchema.setClass(ProgrammeParticipationEntity);
