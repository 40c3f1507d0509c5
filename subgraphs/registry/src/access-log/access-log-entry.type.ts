import { connectionType } from '@birlik/kernel/connection';
import { grantBases, type GrantBasis } from '@birlik/kernel/grant';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../grant/grant-category.rule.js';

const bases = Object.fromEntries(grantBases.map((basis) => [basis.toUpperCase(), basis])) as {
  [Basis in GrantBasis as Uppercase<Basis>]: Basis;
};

registerEnumType(bases, {
  name: 'GrantBasis',
  description: 'On what right data was read.',
  valuesConfig: {
    SELF: { description: 'The viewer is the person.' },
    OWNER: { description: 'The viewer’s organisation holds the row: it has a tie with the person.' },
    CONSENT: { description: 'The person consented.' },
  },
});

@ObjectType({ description: 'One decision on one category of the viewer’s own data: who asked, and what came of it.' })
export class AccessLogEntry {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  readonly decidedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the person themself asked.' })
  readonly bySelf!: boolean;

  @Field(() => grantCategories, { description: 'The category that was asked for.' })
  readonly category!: GrantCategory;

  @Field(() => bases, { nullable: true, description: 'On what right it was shown; null when it was refused.' })
  readonly basis!: GrantBasis | null;

  @Field(() => String, {
    nullable: true,
    description: 'The purpose that the operation stated; null if it stated none.',
  })
  readonly purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the operation; null if it has none.' })
  readonly operation!: string | null;
}

export const AccessLogEntryConnection = connectionType('AccessLogEntry', () => AccessLogEntry);
