import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { affiliationRoles, type AffiliationRole } from '../../people/affiliation/affiliation.entity.js';

@InputType({ description: 'Which record a code is for, and as what its person belongs to the organisation.' })
export class CreateClaimCodeInput {
  @IsString()
  @Length(1, 100)
  @Field(() => String, { description: 'What the organisation’s own register calls the record.' })
  readonly localKey!: string;

  @IsIn(Object.values(affiliationRoles))
  @Field(() => affiliationRoles, { description: 'As what the person belongs to the organisation from then on.' })
  readonly role!: AffiliationRole;

  @IsInt()
  @Min(1)
  @Max(90)
  @Field(() => Int, { defaultValue: 14, description: 'For how many days the code holds, from 1 to 90.' })
  readonly days!: number;
}

@InputType({ description: 'Whom an organisation invites, and as what.' })
export class InviteToMembershipInput {
  @IsIn(Object.values(affiliationRoles))
  @Field(() => affiliationRoles, { description: 'As what the person belongs to the organisation from then on.' })
  readonly role!: AffiliationRole;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: 'The record of the person in the organisation’s own register, where there is one; unset if not.',
  })
  readonly localKey?: string | null;

  @IsInt()
  @Min(1)
  @Max(90)
  @Field(() => Int, { defaultValue: 14, description: 'For how many days the code holds, from 1 to 90.' })
  readonly days!: number;
}
