import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Whose Master 1 to complete, and how it was evaluated.' })
export class CompleteMaster1Input {
  @IsUUID()
  @Field(() => ID, { description: 'A person who is in Master 1 of the viewer’s own agency now.' })
  readonly volunteerId!: string;

  @IsInt()
  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'The score by the rules of evaluation, 0 to 100.' })
  readonly score!: number;
}
