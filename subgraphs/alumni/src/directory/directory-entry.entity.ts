import { defineEntity, p } from '@mikro-orm/core';
import type { AlumniStudyLevel } from '../alumnus/alumnus.entity.js';

const DirectoryEntrySchema = defineEntity({
  name: 'DirectoryEntryEntity',
  tableName: 'directory_entry',
  properties: {
    id: p.uuid().primary(),
    name: p.string().nullable(),
    university: p.string().nullable(),
    countryCode: p.string().nullable(),
    city: p.string().nullable(),
    level: p.string().$type<AlumniStudyLevel>().nullable(),
    fieldCode: p.string().nullable(),
    startedYear: p.integer().nullable(),
    graduationYear: p.integer().nullable(),
    isStudying: p.boolean().nullable(),
    occupation: p.string().nullable(),
    employer: p.string().nullable(),
    languages: p.array().nullable(),
    contact: p.string().nullable(),
    isUnnamed: p.boolean(),
    nameAz: p.string(),
    nameEn: p.string(),
    nameRu: p.string(),
    nameTr: p.string(),
    words: p.string(),
  },
});

/** A view: a person in the directory as this viewer may see them. */
export class DirectoryEntryEntity extends DirectoryEntrySchema.class {}
DirectoryEntrySchema.setClass(DirectoryEntryEntity);
