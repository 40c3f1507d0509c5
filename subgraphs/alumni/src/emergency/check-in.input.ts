import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { checkInStates, type CheckInState } from './check-in.entity.js';

/** What stands in the link. */
export const codeForm = /^[0-9a-f]{32}$/;

@InputType({
  description:
    'How somebody is. The ids are random ones of the sender’s own: by `reportId` a report that is sent again counts once.',
})
abstract class Report {
  @Matches(codeForm)
  @Field(() => String, { description: 'The code of the emergency, from its link.' })
  readonly code!: string;

  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A random UUID for this report, the same when it is sent again.' })
  readonly reportId!: string;

  @Field(() => checkInStates, { description: 'How the person is.' })
  readonly state!: CheckInState;

  @IsOptional()
  @Length(1, 500)
  @Field(() => String, {
    nullable: true,
    description: 'Where the person is or what they need, at most 500 characters; what was said before stays if unset.',
  })
  readonly place?: string | null;
}

@InputType({ description: 'How the viewer is.' })
export class CheckInInput extends Report {}

@InputType({ description: 'How somebody is of whom no account is asked: the sender, or a friend.' })
export class CheckInByLinkInput extends Report {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    description: 'A random UUID for the person, the same when the person is reported on again from the same device.',
  })
  readonly checkInId!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'The name of whom it is about, at most 200 characters.' })
  readonly name!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, {
    nullable: true,
    description: 'How to reach them, at most 200 characters; unset if not known.',
  })
  readonly contact?: string | null;
}
