import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { troubles, type Trouble } from './support-case.entity.js';
import { FourLanguagesInput, MostCharacters } from '../text/four-languages.input.js';

const longest = 4000;

@InputType({ description: 'Cases of one kind that are brought before officials together.' })
export class CreateCaseClusterInput {
  @Field(() => troubles, { description: 'What all of them are about.' })
  readonly trouble!: Trouble;

  @IsOptional()
  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country of all of them; any if unset.' })
  readonly countryCode?: string | null;

  @ValidateNested()
  @MostCharacters(longest)
  @Field(() => FourLanguagesInput, { description: 'What they have in common, without a word that leads to anybody.' })
  readonly summary!: FourLanguagesInput;

  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: 'The ids of the cases, 1 to 100.' })
  readonly caseIds!: string[];
}

@InputType({ description: 'A meeting with officials.' })
export class PlanOfficialMeetingInput {
  @ValidateNested()
  @MostCharacters(longest)
  @Field(() => FourLanguagesInput, { description: 'What it is about.' })
  readonly title!: FourLanguagesInput;

  @ValidateNested()
  @MostCharacters(longest)
  @Field(() => FourLanguagesInput, { description: 'Who the officials are, by their offices.' })
  readonly officials!: FourLanguagesInput;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;
}

@InputType({ description: 'What is put on the agenda of a meeting: a cluster or a single grave case.' })
export class AddAgendaItemInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly meetingId!: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The cluster’s id; unset for a single case.' })
  readonly clusterId?: string | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The grave case’s id; unset for a cluster.' })
  readonly caseId?: string | null;
}

@InputType({ description: 'What a meeting decided on a point of its agenda.' })
export class DecideAgendaItemInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the point.' })
  readonly itemId!: string;

  @ValidateNested()
  @MostCharacters(longest)
  @Field(() => FourLanguagesInput, { description: 'The decision, which is the answer to each person of the cases.' })
  readonly decision!: FourLanguagesInput;
}

@InputType({ description: 'The result of a meeting.' })
export class PublishOfficialMeetingInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly meetingId!: string;

  @Length(1, 20_000)
  @Field(() => String, { description: 'The minutes, which stay with the platform, 1 to 20000 characters.' })
  readonly minutes!: string;
}
