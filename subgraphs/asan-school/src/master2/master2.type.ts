import { resultType } from '@birlik/kernel/problem';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  master2Areas,
  stageStatuses,
  type Master2Area,
  type StageStatus,
} from '../programme/programme-participation.entity.js';

registerEnumType(master2Areas, {
  name: 'Master2Area',
  description: 'An area of Master 2.',
  valuesConfig: {
    ADMINISTRATIVE: { description: 'Administrative management.' },
    SOCIAL: { description: 'Social management.' },
    BUSINESS: { description: 'Business management.' },
  },
});

// Whoever has this stage has an area and a status: the table lets neither stand alone.
@ObjectType({ description: 'One person’s second stage of the volunteer programme: a placement with an institution.' })
export class Master2Stage {
  @Field(() => master2Areas, { name: 'area', description: 'The area that the person chose.' })
  readonly master2Area!: Master2Area;

  @Field(() => stageStatuses, { name: 'status', description: 'Where the person stands in Master 2.' })
  readonly master2Status!: StageStatus;

  @Field(() => Int, {
    name: 'score',
    nullable: true,
    description: 'The score by the institution’s evaluation, 0 to 100; null unless completed.',
  })
  readonly master2Score!: number | null;
}

@ObjectType({ description: 'An admission to the second stage that was made just now.' })
export class Master2Admission {
  @Field(() => ID, { description: 'The id of the person’s programme record.' })
  readonly id!: string;
}

export const AdmitToMaster2Result = resultType(
  'AdmitToMaster2Result',
  Master2Admission,
  'The admission, or why it was not made.',
);
