import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A written agreement between a volunteer and the organisation that the person serves.' })
export class VolunteerAgreement {
  @Field(() => ID, { description: 'The agreement’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  readonly signedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it holds; null while it has no end.' })
  readonly endsOn!: string | null;

  @OrganizationField({
    description: 'The organisation that the person agreed with; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const ServingVolunteerConnection = connectionType('ServingVolunteer', () => ListedVolunteer);
