import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A time in which one or more organisations chair the center; no two terms share a day.' })
export class ChairTerm {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The term’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day of the term.' })
  readonly startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day of the term.' })
  readonly endsOn!: string;

  @SourceField()
  readonly source!: Source | null;
}

export const ChairTermConnection = connectionType('ChairTerm', () => ChairTerm);
