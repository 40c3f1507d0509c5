import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { master2Areas, type Master2Area } from '../programme/programme-participation.entity.js';
import { institutionSectors, type InstitutionSector } from './host-institution.entity.js';

registerEnumType(institutionSectors, {
  name: 'InstitutionSector',
  description: 'Whose an institution is.',
  valuesConfig: {
    PUBLIC: { description: 'The state’s, or another public body’s.' },
    PRIVATE: { description: 'Nobody’s that is public.' },
  },
});

@ObjectType({ description: 'An institution that is proposed to volunteers for their placement in Master 2.' })
export class HostInstitution {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of its place in the list.' })
  readonly id!: string;

  @Field(() => institutionSectors, { description: 'Whether it is public or private.' })
  readonly sector!: InstitutionSector;

  @Field(() => [master2Areas], { description: 'The areas in which it takes volunteers.' })
  readonly areas!: readonly Master2Area[];

  @OrganizationField({
    description: 'The institution; null while the registry is down.',
    column: 'hostOrganizationId',
  })
  readonly host!: Organization;

  @OrganizationField({ description: 'The agency that proposes it; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const HostInstitutionConnection = connectionType('HostInstitution', () => HostInstitution);
