import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { IsOptional, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';

/** Goals are short keys. */
export const goalForm = /^[a-z][a-z-]{0,39}$/;
/** ISCED-F 2013, a broad field. */
export const fieldCodeForm = /^\d{2}$/;
/** ISO 639-1. */
export const languageForm = /^[a-z]{2}$/;

@InputType({ description: 'Which mentors to show. What is unset does not matter.' })
export class MentorCardFilter {
  @IsOptional()
  @Matches(goalForm)
  @Field(() => String, { nullable: true, description: 'What they have to help with, a short key such as `career`.' })
  readonly goal?: string | null;

  @IsOptional()
  @Matches(fieldCodeForm)
  @Field(() => String, {
    nullable: true,
    description: 'A broad field of education as its ISCED-F 2013 code, two digits.',
  })
  readonly fieldCode?: string | null;

  @IsOptional()
  @Matches(languageForm)
  @Field(() => String, { nullable: true, description: 'A language of the mentoring as its ISO 639-1 code.' })
  readonly language?: string | null;

  @Field(() => mentoringFormats, { nullable: true, description: 'For how long.' })
  readonly format?: MentoringFormat | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where they live or studied.' })
  readonly countryCode?: string | null;
}
