import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A type of certificate for Master 1, with the score that earns it.' })
export class CertificateType {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The type’s id.' })
  readonly id!: string;

  @Field(() => Int, {
    description: 'The version of the rules of evaluation that it belongs to; the highest version is in force.',
  })
  readonly version!: number;

  @Field(() => Int, {
    description: 'The lowest score that earns it, 0 to 100; a score earns the highest type that it reaches.',
  })
  readonly minimumScore!: number;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The agency whose rules these are; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const CertificateTypeConnection = connectionType('CertificateType', () => CertificateType);
