import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsDate, IsUUID, Length, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { FourLanguagesInput } from '../text/four-languages.input.js';

@InputType({ description: 'A meeting of a body that is planned.' })
export class PlanGovernanceMeetingInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The body’s id.' })
  readonly bodyId!: string;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'What it is called.' })
  readonly title!: FourLanguagesInput;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;
}

@InputType({ description: 'What was written down of a meeting.' })
export class GovernanceMinutesInput {
  @IsUUID()
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly meetingId!: string;

  @Length(1, 20_000)
  @Field(() => String, { description: 'The text, 1 to 20,000 characters.' })
  readonly text!: string;
}
