import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';

@ObjectType({
  description:
    'What a member lets its umbrella read of the people who have a tie with the member: one category, for one purpose.',
})
export class Mandate {
  @Field(() => ID, { description: 'The mandate’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The code of the purpose.' })
  readonly purpose!: string;

  @Field(() => grantCategories, { description: 'The category of data that it covers.' })
  readonly category!: GrantCategory;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  readonly givenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it was not.' })
  readonly revokedAt!: Date | null;
}

export const MandateConnection = connectionType('Mandate', () => Mandate);
export const MandateResult = resultType('MandateResult', Mandate, 'The mandate, or why nothing changed.');
