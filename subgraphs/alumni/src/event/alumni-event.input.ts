import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { FourLanguagesInput } from '../text/four-languages.input.js';

@InputType({ description: 'An event that is planned.' })
export class PlanAlumniEventInput {
  @Field(() => CountryCodeScalar, { nullable: true, description: 'In which country it is; in none if unset.' })
  readonly countryCode?: string | null;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'The title.' })
  readonly title!: FourLanguagesInput;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'What it is.' })
  readonly body!: FourLanguagesInput;

  @IsString()
  @Length(1, 200)
  @Field(() => String, { description: 'Where it is: an address, or a page; 1 to 200 characters.' })
  readonly place!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, which is later.' })
  readonly endsAt!: Date;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  @Field(() => Int, { nullable: true, description: 'How many places, not of people; as many as come if unset.' })
  readonly capacity?: number | null;
}

@InputType({ description: 'An event as it is to be; what stood there is kept.' })
export class CorrectAlumniEventInput extends PlanAlumniEventInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The event’s id.' })
  readonly eventId!: string;
}
