import { DateScalar } from '@birlik/kernel/scalars';
import { IsOptional, Length, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** A name as people write it: no control characters, and something beside blanks. */
export const nameForm = /^(?!\s*$)[^\p{Cc}\p{Cs}]*$/u;

/** The names of a person, as inputs have them. */
@InputType()
export abstract class NameInput {
  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, { description: 'The given name, or several.' })
  readonly givenName!: string;

  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, { description: 'The family name.' })
  readonly familyName!: string;

  @IsOptional()
  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, {
    nullable: true,
    description: 'The father’s name, with oğlu or qızı or without; unset if none.',
  })
  readonly patronymic?: string | null;
}

@InputType({ description: 'Who somebody is who comes in.' })
export class SignUpInput extends NameInput {
  @Field(() => DateScalar, { description: 'The day of birth, by which it is known who needs a guardian.' })
  readonly birthDate!: string;
}
