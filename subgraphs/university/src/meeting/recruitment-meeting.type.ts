import { OrganizationField } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';

@ObjectType({ description: 'A meeting at which an organisation tells a university’s students about volunteering.' })
export class RecruitmentMeeting {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was or will be held; null if that is not known.',
  })
  readonly heldAt!: Date | null;

  @LocalizedField({ description: 'What the meeting is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'Who comes for the organisation that recruits, in the caller’s language; null if that is not known.',
  })
  readonly delegation!: LocalizedText | null;

  @OrganizationField({
    description: 'The university; null while the registry is down.',
    type: () => Organization,
  })
  readonly host!: Organization;

  @OrganizationField({
    description: 'The organisation that recruits; null while the registry is down.',
    column: 'guestOrganizationId',
    type: () => Organization,
  })
  readonly guest!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const RecruitmentMeetingConnection = connectionType('RecruitmentMeeting', () => RecruitmentMeeting);
