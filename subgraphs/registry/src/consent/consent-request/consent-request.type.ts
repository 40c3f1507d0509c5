import { connectionType } from '@birlik/kernel/connection';
import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { personalCategories } from '@birlik/trust/personal-category';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';
import { consentRequestStates } from './consent-request.rule.js';

registerEnumType(consentRequestStates, {
  name: 'ConsentRequestState',
  description: 'What has come of a request for consent.',
  valuesConfig: {
    OPEN: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'The consents were given.' },
    DECLINED: { description: 'The person said no.' },
    LAPSED: { description: 'Nobody answered in time, or nobody has the id.' },
  },
});

@ObjectType({ description: 'An organisation asks a person for consents.' })
export class ConsentRequest {
  @Field(() => ID, { description: 'The request’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The code of the purpose.' })
  readonly purpose!: string;

  @Field(() => [grantCategories], { description: `The categories of data, at most ${personalCategories.length}.` })
  readonly categories!: GrantCategory[];

  @Field(() => String, { description: 'Why, in the organisation’s words.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the consents are to end; null for no end.' })
  readonly wantedUntil!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it lapses without an answer.' })
  readonly lapsesAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered; null while it was not.' })
  readonly answeredAt!: Date | null;
}

export const ConsentRequestConnection = connectionType('ConsentRequest', () => ConsentRequest);

export const RequestConsentResult = resultType(
  'RequestConsentResult',
  ConsentRequest,
  'The request, or why it was not made; it never says whether somebody has the id.',
);
export const AnswerConsentRequestResult = resultType(
  'AnswerConsentRequestResult',
  ConsentRequest,
  'The answered request, or why nothing changed.',
  [RepresentativeRequiredProblem],
);
