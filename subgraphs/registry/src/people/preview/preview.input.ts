import { IsString } from 'class-validator';
import { ArgsType, Directive, Field, ID } from 'type-graphql';

/** A class, since a tag on an argument of a field is lost where the argument stands by itself. */
@ArgsType()
export class PreviewArgs {
  @IsString()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation’s id in the federation.' })
  readonly organization!: string;

  @IsString()
  @Field(() => String, { description: 'The code of the purpose that it would state, in small or capital letters.' })
  readonly purpose!: string;
}
