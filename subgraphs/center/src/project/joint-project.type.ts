import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { jointProjectStatuses, type JointProjectStatus } from './joint-project.entity.js';

registerEnumType(jointProjectStatuses, {
  name: 'JointProjectStatus',
  description: 'Where a joint project stands.',
  valuesConfig: {
    PLANNED: { description: 'It has not begun.' },
    RUNNING: { description: 'It runs now.' },
    COMPLETED: { description: 'It is over.' },
  },
});

@ObjectType({ description: 'A project that organisations of several countries carry out together.' })
export class JointProject {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The project’s id.' })
  readonly id!: string;

  @Field(() => jointProjectStatuses, { description: 'Where the project stands.' })
  readonly status!: JointProjectStatus;

  @LocalizedField({ description: 'The title in the caller’s language.' })
  readonly title!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}

export const JointProjectConnection = connectionType('JointProject', () => JointProject);
