import { DateScalar } from '@birlik/kernel/scalars';
import { IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { FourLanguagesInput, MostCharacters } from '../text/four-languages.input.js';

const longestName = 200;

@InputType({ description: 'A matching round that is to be opened.' })
export class OpenMatchingRoundInput {
  @ValidateNested()
  @MostCharacters(longestName)
  @Field(() => FourLanguagesInput, { description: `What it is called, at most ${longestName} characters.` })
  readonly name!: FourLanguagesInput;

  @Field(() => DateScalar, { description: 'The first day on which people may enter.' })
  readonly opensOn!: string;

  @Field(() => DateScalar, { description: 'The last day on which people may enter.' })
  readonly closesOn!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  @Field(() => Int, {
    nullable: true,
    description: 'How many days mentors have to answer once it is published, from 1 to 90; 14 if unset.',
  })
  readonly answerDays?: number | null;
}

@InputType({ description: 'How many people of an association a round matches at most.' })
export class MatchingQuotaInput {
  @IsUUID()
  @Field(() => ID, { description: 'The round’s id.' })
  readonly roundId!: string;

  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of the association as an organisation.' })
  readonly organizationId!: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, { nullable: true, description: 'How many of its mentees get a mentor at most; no bound if unset.' })
  readonly menteeQuota?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many mentees all of its mentors get together at most; no bound if unset.',
  })
  readonly mentorQuota?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many places of its mentors the round leaves free, for requests that come later; 0 if unset.',
  })
  readonly reservedPlaces?: number | null;
}
