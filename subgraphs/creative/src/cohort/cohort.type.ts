import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Campaign } from '../campaign/campaign.type.js';

@ObjectType({ description: 'The people whom a commission elected in one campaign, as a whole.' })
export class Cohort {
  @Field(() => Campaign, { description: 'The campaign, which is decided now.' })
  readonly campaign!: Campaign;

  @Field(() => DateScalar, { description: 'The day of the election in UTC.' })
  readonly electedOn!: string;

  @Field(() => Int, { description: 'How many people were elected.' })
  readonly size!: number;

  @Field(() => Int, {
    description: 'How many eligible applications were left out, since they lack a score on some criterion.',
  })
  readonly unranked!: number;
}

export const ElectCohortResult = resultType('ElectCohortResult', Cohort, 'The cohort, or why it was not elected.');
