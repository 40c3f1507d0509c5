import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { institutionSectors, type InstitutionSector } from '../host/host-institution.entity.js';
import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';

@ObjectType({ description: 'What a stage of an agency’s volunteer programme is for everybody who takes part.' })
export class StageDefinition {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The definition’s id.' })
  readonly id!: string;

  @Field(() => programmeStages, { description: 'Which stage it is.' })
  readonly stage!: ProgrammeStage;

  @LocalizedField({ description: 'What the stage is called, in the caller’s language.' })
  readonly name!: LocalizedText;

  @Field(() => Int, { description: 'How many weeks it takes, courses before and after it not counted.' })
  readonly weeks!: number;

  @LocalizedField({ nullable: true, description: 'What it is for, in the caller’s language; null if unsaid.' })
  readonly purpose!: LocalizedText | null;

  @LocalizedField({ nullable: true, description: 'Who may take part, in the caller’s language; null if unsaid.' })
  readonly openTo!: LocalizedText | null;

  @Field(() => programmeStages, {
    nullable: true,
    description: 'The stage that has to be completed before, with a certificate that is valid; null if none.',
  })
  readonly requires!: ProgrammeStage | null;

  @LocalizedField({
    nullable: true,
    description: 'With whom the agency carries it out, in the caller’s language; null if with nobody.',
  })
  readonly cooperation!: LocalizedText | null;

  @Field(() => [institutionSectors], {
    description: 'To what institutions volunteers are sent; empty where the work is at the agency’s own centers.',
  })
  readonly hostSectors!: readonly InstitutionSector[];

  @Field(() => Int, {
    nullable: true,
    description: 'Of the institutions that are proposed, how many each volunteer chooses; null if there are none.',
  })
  readonly hostsPerPerson!: number | null;

  @LocalizedField({
    nullable: true,
    description: 'By whom and by what rules it is evaluated, in the caller’s language; null if unsaid.',
  })
  readonly evaluation!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'What completing it earns and who approves that, in the caller’s language; null if unsaid.',
  })
  readonly award!: LocalizedText | null;

  @Field(() => Boolean, { description: 'Whether completing it also earns a reference.' })
  readonly givesReference!: boolean;

  @OrganizationField({ description: 'The agency whose programme it is; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const StageDefinitionConnection = connectionType('StageDefinition', () => StageDefinition);
