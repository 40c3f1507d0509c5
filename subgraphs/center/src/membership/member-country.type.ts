import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One country’s membership in the International Volunteer Center.' })
export class MemberCountry {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The membership’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Since when; null if that is not known.' })
  readonly joinedOn!: string | null;

  @OrganizationField({ description: 'The center; null while the registry is down.' })
  readonly center!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const MemberCountryConnection = connectionType('MemberCountry', () => MemberCountry);
