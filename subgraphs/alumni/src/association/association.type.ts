import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An association of students and alumni that belongs to the platform.' })
export class AlumniAssociation {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The association’s id.' })
  readonly id!: string;

  @Field(() => Boolean, { description: 'Whether it founded the platform together with others.' })
  readonly founder!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it took part in founding the platform; null if it did not.',
  })
  readonly foundedPlatformOn!: string | null;

  @OrganizationField({
    description: 'The association as a member organisation; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const AlumniAssociationConnection = connectionType('AlumniAssociation', () => AlumniAssociation);
