import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../grant/grant-category.rule.js';

@ObjectType({ description: 'A person’s consent that someone may read one category of their data for one purpose.' })
export class Consent {
  @Field(() => ID, { description: 'The consent’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The code of the purpose.' })
  readonly purpose!: string;

  @Field(() => grantCategories, { description: 'The category of data that it covers.' })
  readonly category!: GrantCategory;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  readonly givenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; null if it does not.' })
  readonly expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it was not.' })
  readonly withdrawnAt!: Date | null;
}

export const GiveConsentResult = resultType('GiveConsentResult', Consent, 'The consent, or why it was not recorded.');
export const WithdrawConsentResult = resultType(
  'WithdrawConsentResult',
  Consent,
  'The withdrawn consent, or why it was not withdrawn.',
);
