import { DateTimeScalar } from '@birlik/kernel/scalars';
import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import {
  guardianAnswers,
  guardianReasons,
  type Confirmation,
  type GivenAnswer,
  type GuardianAnswer,
  type GuardianReason,
} from '../guardian-answer/guardian-answer.js';

export { guardianAnswers } from '../guardian-answer/guardian-answer.js';

registerEnumType(guardianAnswers, {
  name: 'GuardianAnswer',
  description: 'Where the answer of a guardian stands to something that a minor wants to take part in.',
  valuesConfig: {
    AWAITED: {
      description: 'A guardian has not said yes or no, and the person is not of age or has not confirmed it.',
    },
    GIVEN: { description: 'A guardian said yes.' },
    REFUSED: { description: 'A guardian said no.' },
    TAKEN_BACK: { description: 'A guardian took the yes back before it began.' },
    CONFIRMED: { description: 'The person came of age before a guardian answered, and confirmed it themself.' },
    WITHDRAWN: { description: 'The person took the application back.' },
  },
});

registerEnumType(guardianReasons, {
  name: 'GuardianReason',
  description: 'Why a guardian says no, as a class.',
  valuesConfig: {
    DUTIES: { description: 'School, family or other duties.' },
    JOURNEY: { description: 'The place, or the way there and back.' },
    CONTENT: { description: 'What is done there.' },
    ORGANIZATION: { description: 'Who organises it.' },
    OTHER: { description: 'Something else.' },
  },
});

/** The arguments of a mutation that says yes or no to an application. */
@ArgsType()
export class ConfirmationArgs implements Confirmation {
  @Field(() => ID, { description: 'The application of the viewer, or of the ward.' })
  readonly applicationId!: string;

  @Field(() => Boolean, {
    description:
      'True for yes. False for no: it ends an application that waits, and one to which a guardian had said yes.',
  })
  readonly confirm!: boolean;

  @Field(() => guardianReasons, {
    nullable: true,
    description: 'Why a guardian says no, who has to say it; unset for everything else.',
  })
  readonly reason?: GuardianReason | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The minor for whom the viewer decides as guardian; unset for the viewer’s own application.',
  })
  readonly onBehalfOf?: string | null;
}

/** The fields of one answer; each member has a type of its own for it. */
@ObjectType()
export abstract class GuardianAnswerFields {
  @Field(() => guardianAnswers, { description: 'What the answer is.' })
  readonly answer!: GuardianAnswer;

  @Field(() => guardianReasons, { nullable: true, description: 'Why a guardian said no; null for all other answers.' })
  readonly reason!: GuardianReason | null;

  @Field(() => DateTimeScalar, { description: 'Since when it is so.' })
  readonly at!: Date;
}

/** The history of an application's answers as fields show it, oldest first; empty for the application of who was of age. */
export function answersOf({
  guardianHistory,
}: {
  readonly guardianHistory: readonly GivenAnswer[];
}): GuardianAnswerFields[] {
  return guardianHistory.map(({ at, ...answer }) => ({ ...answer, at: new Date(at) }));
}
