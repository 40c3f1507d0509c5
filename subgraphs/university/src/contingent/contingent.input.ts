import { IsUUID } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which student to nominate to which contingent.' })
export class NominateVolunteerInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A contingent of the viewer’s own university.' })
  readonly contingentId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'A person who studies there now.' })
  readonly volunteerId!: string;
}
