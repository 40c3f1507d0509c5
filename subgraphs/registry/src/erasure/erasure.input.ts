import { ArrayMaxSize, IsString, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** Longer than any order or receipt. */
const longestToken = 20_000;

@InputType({ description: 'What a member said when it was asked how far it has come.' })
export class DispatchErasuresInput {
  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The member, such as `university`.' })
  readonly member!: string;

  @Field(() => String, { nullable: true, description: 'Its signed state; null when it could not be reached.' })
  readonly state?: string | null;

  @ArrayMaxSize(100)
  @MaxLength(longestToken, { each: true })
  @Field(() => [String], { defaultValue: [], description: 'The orders that it gave back, at most 100.' })
  readonly orders!: readonly string[];
}

@InputType({ description: 'What a member said it has done.' })
export class RecordErasuresInput {
  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The member, such as `university`.' })
  readonly member!: string;

  @ArrayMaxSize(100)
  @MaxLength(longestToken, { each: true })
  @Field(() => [String], { description: 'Its signed receipts, at most 100.' })
  readonly receipts!: readonly string[];
}
