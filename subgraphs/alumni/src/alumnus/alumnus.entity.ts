import { defineEntity, p } from '@mikro-orm/core';

export const alumniStudyLevels = { BACHELOR: 'bachelor', MASTER: 'master', DOCTORATE: 'doctorate' } as const;
export type AlumniStudyLevel = (typeof alumniStudyLevels)[keyof typeof alumniStudyLevels];

const AlumnusSchema = defineEntity({
  name: 'AlumnusEntity',
  tableName: 'alumnus',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    countryCode: p.string(),
    university: p.string(),
    level: p.string().$type<AlumniStudyLevel>(),
    fieldCode: p.string(),
    graduationYear: p.integer().nullable(),
    returned: p.boolean(),
    lastConfirmedOn: p.date().nullable(),
  },
});

export class AlumnusEntity extends AlumnusSchema.class {}
AlumnusSchema.setClass(AlumnusEntity);
