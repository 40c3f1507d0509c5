import { IS_LENGTH, IsOptional, IsString, length, Length, ValidateBy } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({
  description: 'A text in the languages of the federation, 1 to 10000 characters each; Azerbaijani has to be there.',
})
export class FourLanguagesInput {
  @IsString()
  @Length(1, 10_000)
  @Field(() => String, { description: 'In Azerbaijani.' })
  readonly az!: string;

  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  @Field(() => String, { nullable: true, description: 'In English; readers of it are shown Azerbaijani if unset.' })
  readonly en?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  @Field(() => String, { nullable: true, description: 'In Russian; readers of it are shown Azerbaijani if unset.' })
  readonly ru?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  @Field(() => String, { nullable: true, description: 'In Turkish; readers of it are shown Azerbaijani if unset.' })
  readonly tr?: string | null;
}

/** Every language of the text has so many characters at most: where a text is shorter than the longest of all. */
export const MostCharacters = (most: number): PropertyDecorator =>
  ValidateBy({
    name: IS_LENGTH,
    constraints: [1, most],
    validator: {
      validate: (text: FourLanguagesInput) => Object.values(text).every((one) => one == null || length(one, 1, most)),
    },
  });
