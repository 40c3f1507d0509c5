import { IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Who decides on whose consents, and how the office knows it.' })
export class RecordGuardianshipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The adult.' })
  readonly guardianId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The minor.' })
  readonly wardId!: string;

  @Length(1, 1000)
  @Field(() => String, {
    description: 'What the office has seen, such as the number of a document; for the office alone.',
  })
  readonly evidence!: string;
}
