import { ReleasedStatistic } from '@birlik/trust/statistic-type';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A country or area; each member adds the statistics that it may publish.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The country’s ISO 3166-1 alpha-2 code.' })
  readonly code!: string;
}

@ObjectType({
  implements: ReleasedStatistic,
  description:
    'How many people of the platform study or studied in a country. Someone who does both in one association counts as studying.',
})
export class AlumniSummary extends ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who study there now; null if withheld.',
  })
  readonly studentsAbroad!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who have finished their studies there; null if withheld.',
  })
  readonly alumni!: number | null;
}
