import {
  ArrayMaxSize,
  ArrayUnique,
  IsEmail,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Field, InputType } from 'type-graphql';
import { NameInput, nameForm } from '../account/account.input.js';

@InputType({ description: 'A person’s own name as it is from now on.' })
export class ChangeNameInput extends NameInput {}

@InputType({ description: 'Who is called when something happens.' })
export class EmergencyContactInput {
  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @MaxLength(50)
  @Field(() => String, { description: 'The telephone number, as people write it; kept in E.164 form.' })
  readonly phone!: string;
}

@InputType({ description: 'How to deal with a person, in the place of what they said before.' })
export class ChangeOwnFactsInput {
  @ArrayUnique()
  @ArrayMaxSize(20)
  @Matches(/^[a-z]{2,3}$/, { each: true })
  @Field(() => [String], {
    description: 'The languages that the person speaks, by their codes of ISO 639, such as `az`.',
  })
  readonly languages!: string[];

  @IsOptional()
  @Matches(nameForm)
  @Length(1, 1000)
  @Field(() => String, {
    nullable: true,
    description: 'When the person has time, in their own words; unset if not said.',
  })
  readonly availability?: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => EmergencyContactInput, {
    nullable: true,
    description: 'Who is called in an emergency; unset if nobody.',
  })
  readonly emergencyContact?: EmergencyContactInput | null;
}

@InputType({ description: 'How to reach a person and where they live, in the place of what they said before.' })
export class ChangeContactInput {
  @IsOptional()
  @MaxLength(50)
  @Field(() => String, {
    nullable: true,
    description: 'The telephone number, as people write it; kept in E.164 form. Unset for none.',
  })
  readonly phone?: string | null;

  @IsOptional()
  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, {
    nullable: true,
    description: 'The town or district, as the person writes it; unset if not said.',
  })
  readonly city?: string | null;

  @IsOptional()
  @Field(() => CountryCodeScalar, { nullable: true, description: 'The home country; unset if not said.' })
  readonly countryCode?: string | null;
}

@InputType({ description: 'A new e-mail address.' })
export class ChangeEmailInput {
  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The address; it counts once it is confirmed.' })
  readonly email!: string;
}
