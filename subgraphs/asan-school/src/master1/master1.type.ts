import { resultType } from '@birlik/kernel/problem';
import { ObjectType } from 'type-graphql';

@ObjectType({
  description: 'One person’s first stage of the volunteer programme: trainings and work at service centers.',
})
export class Master1Stage {}

@ObjectType({ description: 'A first stage that was evaluated just now.' })
export class Master1Completion {}

export const CompleteMaster1Result = resultType(
  'CompleteMaster1Result',
  Master1Completion,
  'The evaluated stage, or why it was not completed.',
);
