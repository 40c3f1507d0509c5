import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Why an organisation may state a purpose whose reads people are shown only later, until it ends. It is never deleted.',
})
export class SafeguardingCase {
  @Field(() => ID, { description: 'The case’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'Why somebody has to be protected.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: Date;

  @Field(() => String, { description: 'Who opened it, as the identity provider names them.' })
  readonly openedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself, or did.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed by hand; null if it was not.' })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who closed it; null if nobody did.' })
  readonly closedBy!: string | null;
}

export const SafeguardingCaseConnection = connectionType('SafeguardingCase', () => SafeguardingCase);
export const SafeguardingCaseResult = resultType(
  'SafeguardingCaseResult',
  SafeguardingCase,
  'The case, or why nothing changed.',
);
