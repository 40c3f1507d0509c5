import { OrganizationField } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';

@ObjectType({ description: 'A faculty of a university.' })
export class Faculty {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The faculty’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The university; null while the registry is down.',
    type: () => Organization,
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const FacultyConnection = connectionType('Faculty', () => Faculty);
