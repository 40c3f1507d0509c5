import { resultType } from '@birlik/kernel/problem';
import { ObjectType, registerEnumType } from 'type-graphql';
import { master2Areas } from '../programme/programme-participation.entity.js';

registerEnumType(master2Areas, {
  name: 'Master2Area',
  description: 'An area of Master 2.',
  valuesConfig: {
    ADMINISTRATIVE: { description: 'Administrative management.' },
    SOCIAL: { description: 'Social management.' },
    BUSINESS: { description: 'Business management.' },
  },
});

@ObjectType({ description: 'One person’s second stage of the volunteer programme: a placement with an institution.' })
export class Master2Stage {}

@ObjectType({ description: 'An admission to the second stage that was made just now.' })
export class Master2Admission {}

export const AdmitToMaster2Result = resultType(
  'AdmitToMaster2Result',
  Master2Admission,
  'The admission, or why it was not made.',
);
