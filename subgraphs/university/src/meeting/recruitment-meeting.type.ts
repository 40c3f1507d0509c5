import { connectionType } from '@birlik/kernel/connection';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A meeting at which an organisation tells a university’s students about volunteering.' })
export class RecruitmentMeeting {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was or will be held; null if that is not known.',
  })
  readonly heldAt!: Date | null;
}

export const RecruitmentMeetingConnection = connectionType('RecruitmentMeeting', () => RecruitmentMeeting);
