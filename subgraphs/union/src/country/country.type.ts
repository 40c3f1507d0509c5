import { ReleasedStatistic } from '@birlik/trust/statistic-type';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A country; each member adds what it holds about it.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The country’s ISO 3166-1 alpha-2 code.' })
  readonly code!: string;
}

@ObjectType({
  implements: ReleasedStatistic,
  description:
    'How many people served at the opportunities of the union and its members in a country, each counted once an organisation. Service that belongs to no opportunity is in no country.',
})
export class ServiceSummary extends ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People of whom the organisation has verified some service; null if withheld.',
  })
  readonly verified!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People of whose service nothing is verified yet; null if withheld.',
  })
  readonly unverified!: number | null;
}
