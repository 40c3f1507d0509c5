import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { accessNeedKinds, type AccessNeedKind } from './access-need.entity.js';

registerEnumType(accessNeedKinds, {
  name: 'AccessNeed',
  description: 'What somebody may need to take part.',
  valuesConfig: {
    STEP_FREE: { description: 'A way without steps.' },
    WHEELCHAIR: { description: 'Room for a wheelchair.' },
    SEAT: { description: 'A seat, where others stand.' },
    REST: { description: 'Breaks to rest.' },
    SIGN_LANGUAGE: { description: 'An interpreter of sign language.' },
    CAPTIONS: { description: 'What is said, in writing.' },
    LARGE_PRINT: { description: 'Large print.' },
    SCREEN_READER: { description: 'Documents that a screen reader reads.' },
    QUIET_PLACE: { description: 'A quiet place to go to.' },
    COMPANION: { description: 'Somebody who comes along.' },
    SERVICE_ANIMAL: { description: 'An animal that comes along.' },
    DIET: { description: 'Other food; which, the note says.' },
    MEDICINE: { description: 'Time and a place for medicine.' },
  },
});

@ObjectType({ description: 'What a person needs to take part.' })
export class AccessNeeds {
  @Field(() => [accessNeedKinds], { description: 'What they need, each once.' })
  readonly needs!: AccessNeedKind[];

  @Field(() => String, { nullable: true, description: 'What else there is to know, in their words; null if nothing.' })
  readonly note!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they said it; null if they said nothing.' })
  readonly statedAt!: Date | null;
}
