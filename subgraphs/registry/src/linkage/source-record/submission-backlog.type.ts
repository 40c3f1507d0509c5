import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const backlogStates = { NONE: 'none', MOVING: 'moving', STUCK: 'stuck' } as const;
export type BacklogState = (typeof backlogStates)[keyof typeof backlogStates];

registerEnumType(backlogStates, {
  name: 'SubmissionBacklogState',
  description: 'How the finding out of whom submitted records are goes on.',
  valuesConfig: {
    NONE: { description: 'Nothing waits.' },
    MOVING: { description: 'Some records wait, none of them for long.' },
    STUCK: {
      description:
        'The oldest waits for more than a minute: the log of the registry says why, under the job `resolve submitted records`.',
    },
  },
});

@ObjectType({ description: 'The submitted records of which nobody knows yet whom they are.' })
export class SubmissionBacklog {
  @Field(() => backlogStates, { description: 'How it goes on.' })
  readonly state!: BacklogState;

  @Field(() => Int, { description: 'How many versions of records wait.' })
  readonly waiting!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the oldest was submitted; null when none waits.' })
  readonly oldestAt!: Date | null;
}
