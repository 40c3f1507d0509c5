import { CountryCodeScalar } from '@birlik/kernel/scalars';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { alumniStudyLevels, type AlumniStudyLevel } from '../alumnus/alumnus.entity.js';
import { fieldCodeForm, languageForm } from '../mentoring/mentor-card.input.js';
import {
  alumniFacts,
  directoryVisibilities,
  type AlumniFact,
  type DirectoryVisibility,
} from './directory-listing.entity.js';

@InputType({
  description: 'Whom to show. What is unset does not matter; a fact that the viewer may not see fits nothing.',
})
export class AlumniDirectoryFilter {
  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country of the study.' })
  readonly countryCode?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The university, as it writes its own name.' })
  readonly university?: string | null;

  @IsOptional()
  @Matches(fieldCodeForm)
  @Field(() => String, {
    nullable: true,
    description: 'A broad field of education as its ISCED-F 2013 code, two digits.',
  })
  readonly fieldCode?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, {
    nullable: true,
    description: 'What stands in the name, university, city, occupation or employer, 1 to 200 characters.',
  })
  readonly text?: string | null;
}

@InputType({ description: 'Who may see a fact from now on.' })
export class DirectoryChoiceInput {
  @IsIn(Object.values(alumniFacts))
  @Field(() => alumniFacts, { description: 'The fact.' })
  readonly fact!: AlumniFact;

  @IsIn(Object.values(directoryVisibilities))
  @Field(() => directoryVisibilities, { description: 'Who may see it.' })
  readonly visibility!: DirectoryVisibility;
}

@InputType({ description: 'All facts as they are now: one that is unset is none.' })
export class AlumniFactsInput {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The name to be found by, 1 to 200 characters.' })
  readonly name?: string | null;

  @IsString()
  @Length(1, 200)
  @Field(() => String, { description: 'The university, as it writes its own name, 1 to 200 characters.' })
  readonly university!: string;

  @Field(() => CountryCodeScalar, { description: 'The country of the study.' })
  readonly countryCode!: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The city, 1 to 200 characters.' })
  readonly city?: string | null;

  @Field(() => alumniStudyLevels, { description: 'The level of the study.' })
  readonly level!: AlumniStudyLevel;

  @Matches(fieldCodeForm)
  @Field(() => String, { description: 'The broad field of education as its ISCED-F 2013 code, two digits.' })
  readonly fieldCode!: string;

  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'The year in which the study began.' })
  readonly startedYear?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'The year of graduation; unset for who studies there.' })
  readonly graduationYear?: number | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What the person does, 1 to 200 characters.' })
  readonly occupation?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'For whom, 1 to 200 characters.' })
  readonly employer?: string | null;

  @ArrayMinSize(0)
  @ArrayMaxSize(20)
  @Matches(languageForm, { each: true })
  @Field(() => [String], { description: 'Languages as their ISO 639-1 codes, at most 20.' })
  readonly languages!: string[];

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'How to write to the person, 1 to 200 characters.' })
  readonly contact?: string | null;
}
