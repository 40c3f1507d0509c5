import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';
import { trainingMoments, type TrainingMoment } from './training.entity.js';

registerEnumType(trainingMoments, {
  name: 'TrainingMoment',
  description: 'When in its stage a training is held.',
  valuesConfig: {
    BEGINNING: { description: 'Before the work begins.' },
    DURING: { description: 'Beside the work.' },
    END: { description: 'After the work has ended.' },
  },
});

@ObjectType({ description: 'A training or short course that belongs to a stage of the volunteer programme.' })
export class Training {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The training’s id.' })
  readonly id!: string;

  @Field(() => programmeStages, { description: 'The stage that it belongs to.' })
  readonly stage!: ProgrammeStage;

  @Field(() => trainingMoments, { description: 'When in the stage it is held.' })
  readonly moment!: TrainingMoment;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The agency whose programme it belongs to; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const TrainingConnection = connectionType('Training', () => Training);
