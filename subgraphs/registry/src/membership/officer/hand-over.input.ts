import { DateTimeScalar } from '@birlik/kernel/scalars';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsDate,
  IsIn,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { officerRoles, type OfficerRole } from './officer.entity.js';

@InputType({ description: 'Somebody who is to act for an organisation.' })
export class SuccessorInput {
  @Length(1, 255)
  @Field(() => String, { description: 'The person’s subject at the organisation’s identity provider.' })
  readonly subject!: string;

  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(Object.values(officerRoles), { each: true })
  @Field(() => [officerRoles], { description: 'The roles, at least one; a token with a further one is refused.' })
  readonly roles!: OfficerRole[];
}

@InputType({ description: 'Who follows whom among those who act for an organisation, and when.' })
export class HandOverInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @IsDate()
  @Field(() => DateTimeScalar, {
    description: 'The instant, within a year from now: until then the old ones act, from then on the new ones.',
  })
  readonly at!: Date;

  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: 'The appointments that end, 1 to 50.' })
  readonly outgoing!: string[];

  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique((one: SuccessorInput) => one.subject)
  @ValidateNested({ each: true })
  @Field(() => [SuccessorInput], { description: 'Who is appointed, 1 to 50; one who stays is among them.' })
  readonly incoming!: SuccessorInput[];
}
