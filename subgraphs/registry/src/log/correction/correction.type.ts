import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';
import { correctionOutcomes, type CorrectionOutcome } from './correction.entity.js';

registerEnumType(correctionOutcomes, {
  name: 'CorrectionOutcome',
  description: 'What an organisation did about a fact.',
  valuesConfig: {
    CORRECTED: { description: 'It corrected the fact.' },
    REJECTED: { description: 'It keeps the fact, and said on what grounds.' },
  },
});

@ObjectType({ description: 'A person’s request that an organisation correct a fact about them, and its answer.' })
export class Correction {
  @Field(() => ID, { description: 'The request’s id.' })
  readonly id!: string;

  @Field(() => grantCategories, { description: 'The category of the fact.' })
  readonly category!: GrantCategory;

  @Field(() => String, { description: 'Which fact, in the person’s own words.' })
  readonly fact!: string;

  @Field(() => String, { description: 'What is right, in the person’s own words.' })
  readonly message!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when the organisation has to answer.' })
  readonly dueAt!: Date;

  @Field(() => correctionOutcomes, { nullable: true, description: 'What the organisation did; null until it answers.' })
  readonly outcome!: CorrectionOutcome | null;

  @Field(() => String, { nullable: true, description: 'What the organisation said; null until it answers.' })
  readonly answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it answered; null until then.' })
  readonly answeredAt!: Date | null;
}

export const CorrectionConnection = connectionType('Correction', () => Correction);
export const CorrectionResult = resultType('CorrectionResult', Correction, 'The request, or why nothing changed.');
