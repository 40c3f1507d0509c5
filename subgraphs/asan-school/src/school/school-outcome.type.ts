import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { institutionSectors, type InstitutionSector } from '../host/host-institution.entity.js';

@ObjectType({ description: 'What became of those who went through a school, as it tells of them as a whole.' })
export class SchoolOutcome {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The outcome’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What became of them, in the caller’s language.' })
  readonly summary!: LocalizedText;

  @Field(() => [institutionSectors], { description: 'Where they work now; empty if that is not told.' })
  readonly sectors!: readonly InstitutionSector[];

  @SourceField()
  readonly source!: Source | null;
}
