import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, ArrayUnique, IsDate, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { FourLanguagesInput, MostCharacters } from '../text/four-languages.input.js';

const phoneForm = /^\+?[0-9 ()-]{3,40}$/;
const longestLine = 300;
const longestBody = 4000;

@InputType({
  description: 'What people are told of a mission. Texts that are unset stay as they are; all else is replaced.',
})
export class ChangeMissionInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The mission’s id.' })
  readonly missionId!: string;

  @ArrayUnique()
  @ArrayMaxSize(30)
  @Field(() => [CountryCodeScalar], { description: 'The countries beside its own whose people it helps, at most 30.' })
  readonly serves!: string[];

  @IsOptional()
  @ValidateNested()
  @MostCharacters(longestLine)
  @Field(() => FourLanguagesInput, { nullable: true, description: 'The address; as it was if unset.' })
  readonly address?: FourLanguagesInput | null;

  @IsOptional()
  @ValidateNested()
  @MostCharacters(longestLine)
  @Field(() => FourLanguagesInput, { nullable: true, description: 'When it is open; as it was if unset.' })
  readonly openingHours?: FourLanguagesInput | null;

  @IsOptional()
  @Matches(phoneForm)
  @Field(() => String, { nullable: true, description: 'The telephone in its opening hours; not said if unset.' })
  readonly phone?: string | null;

  @IsOptional()
  @Matches(phoneForm)
  @Field(() => String, {
    nullable: true,
    description: 'The telephone that is answered at any hour; not said if unset.',
  })
  readonly emergencyPhone?: string | null;
}

@InputType({ description: 'What to do, such as with a lost passport.' })
export class MissionGuideInput {
  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'The guide that it replaces; a new one if unset.' })
  readonly guideId?: string | null;

  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'The mission that it is about; all of them if unset.' })
  readonly missionId?: string | null;

  @ValidateNested()
  @MostCharacters(longestLine)
  @Field(() => FourLanguagesInput, { description: 'What it is about.' })
  readonly title!: FourLanguagesInput;

  @ValidateNested()
  @MostCharacters(longestBody)
  @Field(() => FourLanguagesInput, { description: 'What to do.' })
  readonly body!: FourLanguagesInput;
}

@InputType({ description: 'When the viewer is on duty.' })
export class DutyInput {
  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'For which mission; for the whole platform if unset.' })
  readonly missionId?: string | null;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it ends, at most 7 days later.' })
  readonly endsAt!: Date;
}
