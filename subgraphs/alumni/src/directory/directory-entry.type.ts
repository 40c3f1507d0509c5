import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { alumniStudyLevels, type AlumniStudyLevel } from '../alumnus/alumnus.entity.js';
import {
  alumniFacts,
  directoryVisibilities,
  type AlumniFact,
  type DirectoryVisibility,
} from './directory-listing.entity.js';

registerEnumType(directoryVisibilities, {
  name: 'DirectoryVisibility',
  description: 'Who may see a fact about a person in the directory; the person always may.',
  valuesConfig: {
    EVERYONE: { description: 'Everyone, also without an account.' },
    MEMBERS: { description: 'People and organisations of the platform’s associations.' },
    OFFICERS: { description: 'Officers and coordinators of the person’s own association.' },
    HIDDEN: { description: 'Nobody else. Every fact is hidden until the person chooses.' },
  },
});

registerEnumType(alumniFacts, {
  name: 'AlumniFact',
  description: 'A fact that a person shows or hides, and confirms, by itself.',
  valuesConfig: {
    NAME: { description: 'The name under which the person wants to be found.' },
    UNIVERSITY: { description: 'The university abroad.' },
    COUNTRY: { description: 'The country of the study.' },
    CITY: { description: 'The city in which the person lives or studied.' },
    DEGREE: { description: 'The level of the study.' },
    FIELD: { description: 'The broad field of education.' },
    YEARS: { description: 'The years in which the study began and ended.' },
    OCCUPATION: { description: 'What the person does.' },
    EMPLOYER: { description: 'For whom.' },
    LANGUAGES: { description: 'Languages that the person speaks.' },
    CONTACT: { description: 'How to write to the person.' },
  },
});

@ObjectType({
  description: 'What a person lets the viewer see of their studies and work. What the viewer may not see is null.',
})
export class AlumniDirectoryEntry {
  @Field(() => ID, { description: 'The entry’s id, which is no person’s; another one for each viewer.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'The name under which the person wants to be found.' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'The university abroad, as it writes its own name.' })
  readonly university!: string | null;

  @Field(() => String, { nullable: true, description: 'The city in which the person lives or studied.' })
  readonly city!: string | null;

  @Field(() => alumniStudyLevels, { nullable: true, description: 'The level of the study.' })
  readonly level!: AlumniStudyLevel | null;

  @Field(() => String, {
    nullable: true,
    description: 'The broad field of education as its ISCED-F 2013 code, two digits.',
  })
  readonly fieldCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year in which the study began.' })
  readonly startedYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'The year of graduation; null also for who studies there.' })
  readonly graduationYear!: number | null;

  @Field(() => String, { nullable: true, description: 'What the person does.' })
  readonly occupation!: string | null;

  @Field(() => String, { nullable: true, description: 'For whom.' })
  readonly employer!: string | null;

  @Field(() => [String], { nullable: true, description: 'Languages as their ISO 639-1 codes.' })
  readonly languages!: string[] | null;

  @Field(() => String, { nullable: true, description: 'How to write to the person: an address, a number, a page.' })
  readonly contact!: string | null;
}

export const AlumniDirectoryEntryConnection = connectionType('AlumniDirectoryEntry', () => AlumniDirectoryEntry);

@ObjectType({ description: 'Who may see a fact about the viewer, and when the viewer last said that it is right.' })
export class OwnAlumniFact {
  @Field(() => alumniFacts, { description: 'The fact.' })
  readonly fact!: AlumniFact;

  @Field(() => directoryVisibilities, { description: 'Who may see it.' })
  readonly visibility!: DirectoryVisibility;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was last confirmed; null if never.' })
  readonly confirmedOn!: string | null;
}

@ObjectType({ description: 'What the viewer’s association has of the viewer, and what of it the viewer shows.' })
export class OwnAlumniRecord {
  @Field(() => AlumniDirectoryEntry, { description: 'All facts, as the viewer alone sees them.' })
  readonly entry!: AlumniDirectoryEntry;

  @Field(() => [OwnAlumniFact], { description: 'Each of the facts once, at most 20.' })
  readonly facts!: OwnAlumniFact[];

  @OrganizationField({ description: 'The association; null while the registry is down.' })
  readonly organization!: Organization;
}

export const OwnAlumniRecordResult = resultType(
  'OwnAlumniRecordResult',
  OwnAlumniRecord,
  'The record as it is now, or why it did not change.',
);
