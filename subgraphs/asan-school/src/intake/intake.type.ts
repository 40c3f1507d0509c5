import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { ReleasedStatistic } from '@birlik/trust/statistic-type';
import { DateScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A group of people who begin the volunteer programme together.' })
export class Intake {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The intake’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day of Master 1.' })
  readonly startsOn!: string;

  @Field(() => Int, { description: 'How many weeks Master 1 takes.' })
  readonly weeks!: number;

  @OrganizationField({
    description: 'The agency that runs the programme; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({
  implements: ReleasedStatistic,
  description: 'How many people began the volunteer programme with an intake.',
})
export class ParticipantSummary extends ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who completed Master 1; null if withheld.',
  })
  readonly completed!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who are still in Master 1 or left it; null if withheld.',
  })
  readonly notCompleted!: number | null;
}

export const IntakeConnection = connectionType('Intake', () => Intake);
