import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const RecruitmentMeetingSchema = defineEntity({
  name: 'RecruitmentMeetingEntity',
  tableName: 'recruitment_meeting',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    guestOrganizationId: p.uuid(),
    title: p.json<LocalizedText>(),
    delegation: p.json<LocalizedText>().nullable(),
    heldAt: p.datetime().nullable(),
    attendance: p.integer().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class RecruitmentMeetingEntity extends RecruitmentMeetingSchema.class {}
RecruitmentMeetingSchema.setClass(RecruitmentMeetingEntity);
