import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ description: 'A country; each member adds what it holds about it.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The country’s ISO 3166-1 alpha-2 code.' })
  readonly code!: string;
}
