import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsDate, Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Why somebody has to be protected, and for how long.' })
export class OpenSafeguardingCaseInput {
  @Length(1, 2000)
  @Field(() => String, { description: 'Why reads have to be hidden for a time; the office sees it too.' })
  readonly reason!: string;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it ends by itself: at most 30 days from now.' })
  readonly endsAt!: Date;
}
