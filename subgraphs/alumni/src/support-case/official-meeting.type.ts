import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { officialMeetingStatuses, type OfficialMeetingStatus } from './official-meeting.entity.js';
import { supportCaseStatuses, troubles, type SupportCaseStatus, type Trouble } from './support-case.entity.js';

registerEnumType(officialMeetingStatuses, {
  name: 'OfficialMeetingStatus',
  description: 'Where a meeting with officials stands.',
  valuesConfig: {
    PLANNED: { description: 'It is planned, and its agenda can change.' },
    PUBLISHED: { description: 'It was held, and its decisions are published.' },
    CANCELLED: { description: 'It will not take place.' },
  },
});

@ObjectType({ description: 'A case as the platform sees it: without its person and its words.' })
export class CaseOutline {
  @Field(() => ID, { description: 'The case’s id.' })
  readonly id!: string;

  @Field(() => troubles, { description: 'What it is about.' })
  readonly trouble!: Trouble;

  @Field(() => Boolean, { description: 'Whether it is grave.' })
  readonly isGrave!: boolean;

  @Field(() => supportCaseStatuses, { description: 'Where it stands.' })
  readonly status!: SupportCaseStatus;

  @Field(() => Boolean, { description: 'Whether its person lets it be brought before officials by itself.' })
  readonly mayStandAlone!: boolean;

  @Field(() => ID, { nullable: true, description: 'The id of the cluster that it is in; null if it is in none.' })
  readonly clusterId!: string | null;

  @OrganizationField({ description: 'The association that helps; null while the registry is down.' })
  readonly organization!: Organization;
}

export const CaseOutlineConnection = connectionType('CaseOutline', () => CaseOutline);

@ObjectType({ description: 'Cases of one kind, which stand for the trouble of many.' })
export class CaseCluster {
  @Field(() => ID, { description: 'The cluster’s id.' })
  readonly id!: string;

  @Field(() => troubles, { description: 'What all of them are about.' })
  readonly trouble!: Trouble;

  @LocalizedField({ description: 'What they have in common, in the caller’s language.' })
  readonly summary!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether it stands on the agenda of a planned meeting.' })
  readonly onAgenda!: boolean;
}

export const CaseClusterConnection = connectionType('CaseCluster', () => CaseCluster);

export const CaseClusterResult = resultType(
  'CaseClusterResult',
  CaseCluster,
  'The cluster as it stands now, or why nothing was done.',
);

@ObjectType({ description: 'A point on the agenda of a meeting with officials.' })
export class AgendaItem {
  @Field(() => ID, { description: 'The id of the point.' })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the grave case that stands for itself; null for a cluster.',
  })
  readonly caseId!: string | null;

  @LocalizedField({ nullable: true, description: 'What was decided, in the caller’s language; null until it is.' })
  readonly decision!: LocalizedText | null;
}

@ObjectType({ description: 'A meeting of the platform with officials.' })
export class OfficialMeeting {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @LocalizedField({ description: 'Who the officials are, in the caller’s language.' })
  readonly officials!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @Field(() => officialMeetingStatuses, { description: 'Where it stands.' })
  readonly status!: OfficialMeetingStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its decisions were published; null until they are.',
  })
  readonly publishedAt!: Date | null;
}

export const OfficialMeetingConnection = connectionType('OfficialMeeting', () => OfficialMeeting);

export const OfficialMeetingResult = resultType(
  'OfficialMeetingResult',
  OfficialMeeting,
  'The meeting as it stands now, or why nothing was done.',
);
