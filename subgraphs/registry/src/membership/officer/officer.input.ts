import { ArrayNotEmpty, ArrayUnique, IsIn, IsUUID, Length } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { officerRoles, type OfficerRole } from './officer.entity.js';

@InputType({ description: 'Who may act for an organisation.' })
export class AppointOfficerInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, 255)
  @Field(() => String, { description: 'The person’s subject at the organisation’s identity provider.' })
  readonly subject!: string;

  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(Object.values(officerRoles), { each: true })
  @Field(() => [officerRoles], { description: 'The roles, at least one; a token with a further one is refused.' })
  readonly roles!: OfficerRole[];
}

@InputType({ description: 'Which system may act for an organisation by itself.' })
export class RegisterSystemClientInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, 255)
  @Field(() => String, { description: 'The name of the client at the organisation’s identity provider.' })
  readonly client!: string;
}
