import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { fieldCodeForm, goalForm, languageForm } from '../mentoring/mentor-card.input.js';
import { mentoringFormats, type MentoringFormat } from '../mentoring/mentor-profile.entity.js';
import { matchingRoles, type MatchingRole } from './matching-entry.entity.js';

@InputType({ description: 'With what a person enters a matching round.' })
export class EnterMatchingRoundInput {
  @IsUUID()
  @Field(() => ID, { description: 'The round’s id.' })
  readonly roundId!: string;

  @Field(() => matchingRoles, { description: 'Whether they look for a mentor or are one.' })
  readonly role!: MatchingRole;

  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(goalForm, { each: true })
  @Field(() => [String], { description: 'What it is about, 1 to 10 short keys such as `career`.' })
  readonly goals!: string[];

  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(fieldCodeForm, { each: true })
  @Field(() => [String], { description: 'Broad fields of education as their ISCED-F 2013 codes, 1 to 10.' })
  readonly fieldCodes!: string[];

  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(languageForm, { each: true })
  @Field(() => [String], { description: 'Languages of the mentoring as their ISO 639-1 codes, 1 to 10.' })
  readonly languages!: string[];

  @ArrayMinSize(1)
  @ArrayUnique()
  @Field(() => [mentoringFormats], { description: 'For how long, the most wanted first, one at least.' })
  readonly formats!: MentoringFormat[];

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'Where they live or study; what the offer or the association says if unset.',
  })
  readonly countryCode?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  @Field(() => Int, {
    nullable: true,
    description: 'How many mentees a mentor takes in the round, from 1 to 20; as many as they offer if unset.',
  })
  readonly capacity?: number | null;
}
