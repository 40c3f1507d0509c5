import { IsOptional, Length } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import {
  organizationKinds,
  organizationStandings,
  type OrganizationKind,
  type OrganizationStanding,
} from './organization.entity.js';

@ArgsType()
export class OrganizationFilter {
  @Field(() => organizationKinds, { nullable: true, description: 'Only those of this kind; all if unset.' })
  readonly kind?: OrganizationKind | null;

  @Field(() => [organizationStandings], {
    nullable: true,
    description: 'Only those that stand in one of these ways; all if unset.',
  })
  readonly standings?: OrganizationStanding[] | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description:
      'Only those whose name has each of these words, or beginnings of words, in one of the four languages; capitals and the marks of letters do not matter.',
  })
  readonly text?: string | null;
}
