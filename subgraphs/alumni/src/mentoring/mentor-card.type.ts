import { connectionType } from '@birlik/kernel/connection';
import { Field, ID, ObjectType } from 'type-graphql';
import { MentoringFields } from './mentoring-fields.type.js';

@ObjectType({
  description:
    'A mentor with a free place, without a name, a contact or an association. Who it is is told once both have said yes.',
})
export class MentorCard extends MentoringFields {
  @Field(() => ID, {
    description: 'The card’s id, which is no person’s and stands nowhere else; another one for each viewer.',
  })
  readonly id!: string;

  @Field(() => Boolean, { description: 'Whether the mentor’s association has looked at the offer and agreed.' })
  readonly isApproved!: boolean;
}

export const MentorCardConnection = connectionType('MentorCard', () => MentorCard);
