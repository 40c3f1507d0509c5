import { Field, Int, InterfaceType } from 'type-graphql';
import { DateScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '../scalars/scalars.js';

@InterfaceType({
  description:
    'Statistics on people that anyone may see. Where an organisation has fewer people than the threshold, they are left out; the parts of a whole are given if each of them reaches the threshold in each organisation that is counted, none of them otherwise. A count of null may be any number, 0 included.',
  autoRegisterImplementations: false,
})
export abstract class ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'All people together; null if no organisation has as many as the threshold.',
  })
  readonly people!: number | null;

  @Field(() => Boolean, { description: 'Whether any of the counts is withheld, and null for that reason.' })
  readonly suppressed!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day in UTC on which the oldest of the counts was taken; if none is given, the day on which that was last decided, and null before it ever was. Counts change once a day at most, and only when as many people as the threshold have come or gone.',
  })
  readonly asOf!: string | null;

  @Field(() => Int, { description: 'How many people an organisation has at least in every count that is given.' })
  readonly threshold!: number;
}
