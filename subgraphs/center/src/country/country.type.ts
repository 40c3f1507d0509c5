import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A country or area; each member adds what it holds about it.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The country’s ISO 3166-1 alpha-2 code.' })
  readonly code!: string;
}
