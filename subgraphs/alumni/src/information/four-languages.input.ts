import { IsOptional, IsString, Length } from 'class-validator';
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
