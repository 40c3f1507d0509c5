import { ReleasedStatistic } from '@birlik/trust/statistic-type';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A member organisation of the federation, or one that its members work with.' })
export class Organization {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation’s id in the federation.' })
  readonly id!: string;
}

@ObjectType({
  implements: ReleasedStatistic,
  description:
    'How many people study at a university now. Someone who is enrolled at several levels counts at the lowest of them.',
})
export class StudentSummary extends ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who study for a bachelor’s degree or its equivalent; null if withheld.',
  })
  readonly bachelor!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who study for a master’s degree or a doctorate; null if withheld.',
  })
  readonly postgraduate!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who study for a master’s degree or its equivalent; null if withheld.',
  })
  readonly master!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who study for a doctorate; null if withheld.',
  })
  readonly doctorate!: number | null;
}
