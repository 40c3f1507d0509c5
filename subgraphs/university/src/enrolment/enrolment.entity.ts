import { defineEntity, p } from '@mikro-orm/core';

export const studyLevels = { BACHELOR: 'bachelor', MASTER: 'master', DOCTORATE: 'doctorate' } as const;
export type StudyLevel = (typeof studyLevels)[keyof typeof studyLevels];

export const enrolmentStatuses = { STUDYING: 'studying', GRADUATED: 'graduated', LEFT: 'left' } as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[keyof typeof enrolmentStatuses];

const EnrolmentSchema = defineEntity({
  name: 'EnrolmentEntity',
  tableName: 'enrolment',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    programmeId: p.uuid(),
    level: p.string().$type<StudyLevel>(),
    status: p.string().$type<EnrolmentStatus>(),
    startYear: p.integer(),
  },
});

export class EnrolmentEntity extends EnrolmentSchema.class {}
EnrolmentSchema.setClass(EnrolmentEntity);
