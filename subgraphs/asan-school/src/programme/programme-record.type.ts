import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { programmeStages, stageStatuses } from './programme-participation.entity.js';

registerEnumType(programmeStages, {
  name: 'ProgrammeStage',
  description: 'A stage of the volunteer programme.',
  valuesConfig: {
    MASTER_1: { description: 'Work and trainings at the service centers; open to everyone.' },
    MASTER_2: { description: 'A placement with an institution; open to holders of a Master 1 certificate.' },
  },
});

registerEnumType(stageStatuses, {
  name: 'StageStatus',
  description: 'Where a person stands in a stage of the volunteer programme.',
  valuesConfig: {
    ACTIVE: { description: 'The person takes part now.' },
    COMPLETED: { description: 'The person went through the stage and was evaluated.' },
    WITHDRAWN: { description: 'The person left before the evaluation.' },
  },
});

@ObjectType({ description: 'One person’s way through the volunteer programme, attested by the agency.' })
export class ProgrammeRecord {
  @Field(() => ID, { description: 'The record’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The day on which the person joined the programme.' })
  readonly joinedOn!: string;

  @OrganizationField({
    description: 'The agency that runs the programme; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const ProgrammeVolunteerConnection = connectionType('ProgrammeVolunteer', () => ListedVolunteer);
