import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { ChosenLink } from '@birlik/linkage/choose-persons';

const linkMethods = {
  FIRST: 'first',
  NATIONAL_NUMBER: 'national-number',
  MODEL: 'model',
  DECISION: 'decision',
} as const satisfies Record<string, ChosenLink['method']>;

registerEnumType(linkMethods, {
  name: 'PersonLinkMethod',
  description: 'Why a record belongs to a person.',
  valuesConfig: {
    FIRST: { description: 'The person began with it.' },
    NATIONAL_NUMBER: {
      description: 'It has the national number of another record of the person, and nothing clashes.',
    },
    MODEL: {
      description: 'Its values agree with those of another record of the person so far that nobody needs to look.',
    },
    DECISION: { description: 'A person of the office said so.' },
  },
});

@ObjectType({ description: 'One record’s place with a person.' })
export class PersonLink {
  @Field(() => linkMethods, { description: 'Why the record belongs here.' })
  readonly method!: ChosenLink['method'];

  @Field(() => Float, {
    nullable: true,
    description: 'How much speaks for it, in bits; null for the first record and where nothing was compared.',
  })
  readonly weight!: number | null;

  @Field(() => DateTimeScalar, { description: 'Since when the record belongs here.' })
  readonly validFrom!: Date;
}

@ObjectType({ description: 'A person as the records of all organisations make them up; for the office only.' })
export class LinkedPerson {
  @Field(() => ID, { description: 'The person’s id in the federation.' })
  readonly id!: string;
}
