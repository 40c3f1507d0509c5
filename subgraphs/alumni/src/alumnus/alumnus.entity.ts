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
    name: p.string().nullable(),
    city: p.string().nullable(),
    startedYear: p.integer().nullable(),
    occupation: p.string().nullable(),
    employer: p.string().nullable(),
    languages: p.array(),
    contact: p.string().nullable(),
    /** By fact the day on which it was confirmed, where that is another one than `lastConfirmedOn`. */
    confirmed: p.json<Readonly<Record<string, string | null>>>(),
  },
});

export class AlumnusEntity extends AlumnusSchema.class {}
AlumnusSchema.setClass(AlumnusEntity);
