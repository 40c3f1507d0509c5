import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { matchingRulings, type MatchingRuling } from './matching-ruling.entity.js';

const WeightField =
  (description: string): PropertyDecorator =>
  (target, property) => {
    for (const decorate of [
      IsInt(),
      Min(0),
      Max(100),
      Field(() => Int, { description: `${description} From 0 to 100.` }),
    ])
      decorate(target, property);
  };

@InputType({ description: 'How much each criterion counts; a pair has ten points for each of its weight at most.' })
export class MatchingWeightsInput {
  @WeightField('How many of the mentee’s goals the mentor helps with.')
  readonly goals!: number;

  @WeightField('Whether they have a field of study in common.')
  readonly fields!: number;

  @WeightField('How many of the mentee’s languages the mentor speaks.')
  readonly languages!: number;

  @WeightField('Whether both are in the same country, and so in the same hours.')
  readonly country!: number;

  @WeightField('Whether they were a pair before and both would be again.')
  readonly repeat!: number;
}

@InputType({ description: 'What the coordinator says of two entries.' })
export class RuleMatchingPairInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the mentee’s entry.' })
  readonly menteeEntryId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The id of the mentor’s entry.' })
  readonly mentorEntryId!: string;

  @IsOptional()
  @Field(() => matchingRulings, {
    nullable: true,
    description: 'That they are a pair in each draft, or in none; what was said before is taken back if unset.',
  })
  readonly ruling?: MatchingRuling | null;
}
