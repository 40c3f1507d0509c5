import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A country or area; each member adds the figures that it may publish.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'The country’s ISO 3166-1 alpha-2 code.' })
  readonly code!: string;
}

@ObjectType({
  description:
    'How many people of the platform study or studied in a country. Both figures are given only if each of them is 0 or at least 10.',
})
export class AlumniSummary {
  @Field(() => Int, {
    nullable: true,
    description: 'People who study there now; null if this figure or the other one is from 1 to 9.',
  })
  readonly studentsAbroad!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'People who have finished their studies there; null if this figure or the other one is from 1 to 9.',
  })
  readonly alumni!: number | null;
}
