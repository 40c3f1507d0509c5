import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A diplomatic mission that helps students abroad.' })
export class Mission {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The mission’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @Field(() => [CountryCodeScalar], { description: 'The countries beside its own whose people it helps.' })
  readonly serves!: string[];

  @LocalizedField({ nullable: true, description: 'The address in the caller’s language; null if not said.' })
  readonly address!: LocalizedText | null;

  @LocalizedField({ nullable: true, description: 'When it is open, in the caller’s language; null if not said.' })
  readonly openingHours!: LocalizedText | null;

  @Field(() => String, { nullable: true, description: 'The telephone in its opening hours; null if not said.' })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone that is answered at any hour; null if not said.' })
  readonly emergencyPhone!: string | null;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({ description: 'What to do, such as with a lost passport.' })
export class MissionGuide {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The guide’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @LocalizedField({ description: 'What to do, in the caller’s language.' })
  readonly body!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it was written or changed last.' })
  readonly changedAt!: Date;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({ description: 'When an officer is on duty.' })
export class DutyShift {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The shift’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The officer, as the identity provider names them.' })
  readonly officer!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  readonly endsAt!: Date;
}

export const MissionGuideConnection = connectionType('MissionGuide', () => MissionGuide);
export const MissionResult = resultType(
  'MissionResult',
  Mission,
  'The mission as it stands now, or why nothing changed.',
);
export const MissionGuideResult = resultType('MissionGuideResult', MissionGuide, 'The guide, or why nothing changed.');
export const DutyShiftResult = resultType('DutyShiftResult', DutyShift, 'The shift, or why nothing changed.');
export const MissionConnection = connectionType('Mission', () => Mission);
