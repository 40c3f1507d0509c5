import { IsUUID } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which campaign to decide.' })
export class ElectCohortInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A campaign of the viewer’s own organisation that is not decided yet.' })
  readonly campaignId!: string;
}
