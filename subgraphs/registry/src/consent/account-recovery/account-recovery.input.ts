import { IsEmail, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'By what an account is recovered.' })
export class RecoverAccountInput {
  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The e-mail address that was confirmed for the account.' })
  readonly email!: string;
}
