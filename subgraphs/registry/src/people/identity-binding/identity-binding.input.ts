import { IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { longestIssuer } from '../../membership/organization/accreditation.input.js';

@InputType({ description: 'Who it is that an identity provider knows by a subject.' })
export class BindIdentityInput {
  @IsUUID()
  @Field(() => ID, { description: 'The person.' })
  readonly volunteerId!: string;

  @Length(1, longestIssuer)
  @Field(() => String, { description: 'The identity provider, exactly as the `iss` of its tokens has it.' })
  readonly issuer!: string;

  @Length(1, 255)
  @Field(() => String, { description: 'The person’s subject there, exactly as its tokens have it.' })
  readonly subject!: string;
}
