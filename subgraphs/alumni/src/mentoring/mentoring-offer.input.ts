import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { fieldCodeForm, goalForm, languageForm } from './mentor-card.input.js';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';

@InputType({ description: 'What somebody offers as a mentor.' })
export class MentoringOfferInput {
  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation whose association reviews the offer, for the first offer; the one that reviews it already if unset.',
  })
  readonly organizationId?: string | null;

  @IsInt()
  @Min(1)
  @Max(20)
  @Field(() => Int, { description: 'How many people the mentor takes at the same time at most, from 1 to 20.' })
  readonly capacity!: number;

  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(goalForm, { each: true })
  @Field(() => [String], { description: 'What the mentor can help with, 1 to 10 short keys such as `career`.' })
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
  @Field(() => [mentoringFormats], { description: 'For how long the mentor accompanies somebody, one at least.' })
  readonly formats!: MentoringFormat[];

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'Where the mentor lives or studied; shown on the card. Not said if unset.',
  })
  readonly countryCode?: string | null;
}
