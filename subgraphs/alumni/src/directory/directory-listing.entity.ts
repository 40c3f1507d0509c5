import { defineEntity, p } from '@mikro-orm/core';

export const directoryVisibilities = {
  EVERYONE: 'everyone',
  MEMBERS: 'members',
  OFFICERS: 'officers',
  HIDDEN: 'hidden',
} as const;
export type DirectoryVisibility = (typeof directoryVisibilities)[keyof typeof directoryVisibilities];

/** The facts that a person shows or hides, each by the column of `directory_listing` that says to whom. */
export const alumniFacts = {
  NAME: 'name',
  UNIVERSITY: 'university',
  COUNTRY: 'country',
  CITY: 'city',
  DEGREE: 'degree',
  FIELD: 'field',
  YEARS: 'years',
  OCCUPATION: 'occupation',
  EMPLOYER: 'employer',
  LANGUAGES: 'languages',
  CONTACT: 'contact',
} as const;
export type AlumniFact = (typeof alumniFacts)[keyof typeof alumniFacts];

const visibility = () => p.string().$type<DirectoryVisibility>();

const DirectoryListingSchema = defineEntity({
  name: 'DirectoryListingEntity',
  tableName: 'directory_listing',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    name: visibility(),
    university: visibility(),
    country: visibility(),
    city: visibility(),
    degree: visibility(),
    field: visibility(),
    years: visibility(),
    occupation: visibility(),
    employer: visibility(),
    languages: visibility(),
    contact: visibility(),
  },
});

/** To whom a person shows each fact. */
export class DirectoryListingEntity extends DirectoryListingSchema.class {}
DirectoryListingSchema.setClass(DirectoryListingEntity);
