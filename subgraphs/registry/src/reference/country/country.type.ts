import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A country; each member adds its aggregates, never anything about a person.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The ISO 3166-1 alpha-2 code.' })
  readonly code!: string;

  @LocalizedField({
    nullable: true,
    description: 'The name in the caller’s language; null while the registry is down.',
  })
  readonly name!: LocalizedText | null;
}
