import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { affiliationRoles, type AffiliationRole } from './affiliation.entity.js';

@InputType({ description: 'Which membership changes, and why.' })
export class MembershipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The membership, as `Volunteer.affiliations` has it.' })
  readonly affiliationId!: string;

  @IsOptional()
  @Length(1, 1000)
  @Field(() => String, { nullable: true, description: 'Why, for the person and the organisation; unset if not said.' })
  readonly reason?: string | null;
}

@InputType({ description: 'As what somebody belongs to the organisation from now on, and why.' })
export class ChangeMembershipInput extends MembershipInput {
  @IsIn(Object.values(affiliationRoles))
  @Field(() => affiliationRoles, { description: 'The new role.' })
  readonly role!: AffiliationRole;
}
