import { IsOptional, Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

const longest = 4000;

@InputType({ description: 'A text that people read, in each language in which it is known.' })
export class TranslatedTextInput {
  @Length(1, longest)
  @Field(() => String, { description: 'In Azerbaijani.' })
  readonly az!: string;

  @Length(1, longest)
  @Field(() => String, { description: 'In English.' })
  readonly en!: string;

  @IsOptional()
  @Length(1, longest)
  @Field(() => String, { nullable: true, description: 'In Russian; Azerbaijani is shown instead if unset.' })
  readonly ru?: string | null;

  @IsOptional()
  @Length(1, longest)
  @Field(() => String, { nullable: true, description: 'In Turkish; Azerbaijani is shown instead if unset.' })
  readonly tr?: string | null;
}
