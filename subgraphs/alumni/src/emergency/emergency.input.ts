import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsDate,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { FourLanguagesInput, MostCharacters } from '../text/four-languages.input.js';

/** How long a text of an alert may be: what a telephone shows at once. */
const longestText = 500;

@InputType({ description: 'Where people have to be to be concerned: in one of the countries, cities or universities.' })
export class EmergencyAreaInput {
  @ArrayUnique()
  @ArrayMaxSize(10)
  @Field(() => [CountryCodeScalar], { defaultValue: [], description: 'Countries, at most 10.' })
  readonly countryCodes!: string[];

  @ArrayUnique()
  @ArrayMaxSize(10)
  @Length(1, 100, { each: true })
  @Field(() => [String], { defaultValue: [], description: 'Cities by their names, at most 10; case does not matter.' })
  readonly cities!: string[];

  @ArrayUnique()
  @ArrayMaxSize(10)
  @Length(1, 200, { each: true })
  @Field(() => [String], {
    defaultValue: [],
    description: 'Universities as they write their own names, at most 10; case does not matter.',
  })
  readonly universities!: string[];
}

@InputType({ description: 'An emergency abroad, or a drill of one.' })
export class OpenEmergencyAbroadInput {
  @ValidateNested()
  @MostCharacters(longestText)
  @Field(() => FourLanguagesInput, {
    description: `What has happened, in a few words that everybody concerned reads, at most ${longestText} characters.`,
  })
  readonly event!: FourLanguagesInput;

  @Field(() => Boolean, { description: 'Whether it is a drill, which every text about it says.' })
  readonly isDrill!: boolean;

  @ValidateNested()
  @Field(() => EmergencyAreaInput, { description: 'Where it is; at least one place.' })
  readonly area!: EmergencyAreaInput;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it ends by itself, at most 14 days from now.' })
  readonly endsAt!: Date;

  @IsInt()
  @Min(1)
  @Max(1440)
  @Field(() => Int, {
    defaultValue: 15,
    description: 'After how many minutes a call for help that nobody answers goes to the next on duty, 1 to 1440.',
  })
  readonly answerMinutes!: number;

  @IsInt()
  @Min(1)
  @Max(10_080)
  @Field(() => Int, {
    defaultValue: 60,
    description: 'How many minutes after the first alert somebody who says nothing counts as silent, 1 to 10080.',
  })
  readonly silentMinutes!: number;
}

@InputType({ description: 'What to tell everybody whom an emergency concerns, or those in a part of its area.' })
export class SendEmergencyAlertInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The emergency’s id.' })
  readonly emergencyId!: string;

  @ValidateNested()
  @MostCharacters(longestText)
  @Field(() => FourLanguagesInput, {
    description: `What to do, at most ${longestText} characters. The link to check in is beside it.`,
  })
  readonly text!: FourLanguagesInput;

  @IsOptional()
  @ValidateNested()
  @Field(() => EmergencyAreaInput, { nullable: true, description: 'Only people there; everybody concerned if unset.' })
  readonly area?: EmergencyAreaInput | null;
}
