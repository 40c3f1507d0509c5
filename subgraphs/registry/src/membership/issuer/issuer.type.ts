import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { issuerClaims, type IssuerClaim } from './issuer.entity.js';

registerEnumType(issuerClaims, {
  name: 'IssuerClaim',
  description: 'What a token may say of whoever has it.',
  valuesConfig: {
    VOLUNTEER: { description: 'Which person of the federation it is.' },
    ORGANIZATION: { description: 'For which organisation it acts, among those whose identity provider this is.' },
    ROLES: { description: 'In which roles.' },
  },
});

@ObjectType({ description: 'An identity provider that the office admits, and what is believed of its tokens.' })
export class Issuer {
  @Field(() => String, { description: 'The identity provider, exactly as the `iss` of its tokens has it.' })
  readonly issuer!: string;

  @Field(() => [issuerClaims], { description: 'Which of its claims count, at most 3.' })
  readonly claims!: IssuerClaim[];

  @Field(() => Boolean, {
    description: 'Whether it may name any organisation that has no identity provider of its own.',
  })
  readonly anyOrganization!: boolean;

  @Field(() => Boolean, {
    description: 'Whether whoever signs in there, and is nobody yet, may make themself an account.',
  })
  readonly signsUp!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was admitted.' })
  readonly admittedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn; null while its subjects can be somebody.',
  })
  readonly withdrawnAt!: Date | null;
}

export const IssuerResult = resultType('IssuerResult', Issuer, 'The identity provider, or why nothing changed.');
