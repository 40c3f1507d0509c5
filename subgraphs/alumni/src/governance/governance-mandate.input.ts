import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsDate, IsUUID } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A mandate in a body.' })
export class GiveGovernanceMandateInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The body’s id.' })
  readonly bodyId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The person’s id.' })
  readonly volunteerId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether they chair the body; they do not if unset.' })
  readonly chairs?: boolean | null;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'From which instant.' })
  readonly startsAt!: Date;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'The first instant without a right.' })
  readonly endsAt!: Date;
}
