import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';

const consentEventKinds = { GIVEN: 'given', WITHDRAWN: 'withdrawn', EXPIRED: 'expired' } as const;
export type ConsentEventKind = (typeof consentEventKinds)[keyof typeof consentEventKinds];

registerEnumType(consentEventKinds, {
  name: 'ConsentEventKind',
  description: 'What happened to a consent.',
  valuesConfig: {
    GIVEN: { description: 'It was given.' },
    WITHDRAWN: { description: 'It was withdrawn.' },
    EXPIRED: { description: 'It ended by itself.' },
  },
});

@ObjectType({ description: 'One step in the life of a consent.' })
export class ConsentEvent {
  @Field(() => consentEventKinds, { description: 'What happened.' })
  readonly kind!: ConsentEventKind;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly happenedAt!: Date;

  @Field(() => Boolean, { description: 'Whether a guardian did it for the person.' })
  readonly byGuardian!: boolean;
}

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

  @Field(() => Boolean, {
    description: 'Whether a guardian gave it. Of age, the person may withdraw it, or give it anew as their own.',
  })
  readonly givenByGuardian!: boolean;
}

export const GiveConsentResult = resultType('GiveConsentResult', Consent, 'The consent, or why it was not recorded.', [
  RepresentativeRequiredProblem,
]);
export const WithdrawConsentResult = resultType(
  'WithdrawConsentResult',
  Consent,
  'The withdrawn consent, or why it was not withdrawn.',
);
