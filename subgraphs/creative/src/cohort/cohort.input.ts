import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which campaign to decide.' })
export class ElectCohortInput {
  @IsUUID()
  @Field(() => ID, { description: 'A campaign of the viewer’s own organisation that is not decided yet.' })
  readonly campaignId!: string;
}
