import { resultType } from '@birlik/kernel/problem';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { stageStatuses, type StageStatus } from '../programme/programme-participation.entity.js';

@ObjectType({
  description: 'One person’s first stage of the volunteer programme: trainings and work at service centers.',
})
export class Master1Stage {
  @Field(() => stageStatuses, { name: 'status', description: 'Where the person stands in Master 1.' })
  readonly master1Status!: StageStatus;

  @Field(() => Int, {
    name: 'score',
    nullable: true,
    description: 'The score by the rules of evaluation, 0 to 100; null unless completed.',
  })
  readonly master1Score!: number | null;
}

@ObjectType({ description: 'A first stage that was evaluated just now.' })
export class Master1Completion {
  @Field(() => ID, { description: 'The id of the person’s programme record.' })
  readonly id!: string;
}

export const CompleteMaster1Result = resultType(
  'CompleteMaster1Result',
  Master1Completion,
  'The evaluated stage, or why it was not completed.',
);
