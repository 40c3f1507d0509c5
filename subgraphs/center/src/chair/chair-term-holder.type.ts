import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One organisation that chairs the center in a term, alone or with others.' })
export class ChairTermHolder {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of this part in the term.' })
  readonly id!: string;

  @OrganizationField({
    description: 'The organisation that chairs; null while the registry is down.',
    column: 'holderOrganizationId',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}
