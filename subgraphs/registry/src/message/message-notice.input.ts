import { IsString, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** Longer than any batch. */
const longestBatch = 50_000;

@InputType({ description: 'What a member has written to people.' })
export class TakeMessageNoticesInput {
  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The member, such as `union`.' })
  readonly member!: string;

  @IsString()
  @MaxLength(longestBatch)
  @Field(() => String, { description: 'The notices, encrypted by the member for the registry.' })
  readonly batch!: string;
}
