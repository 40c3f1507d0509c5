import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const officialMeetingStatuses = { PLANNED: 'planned', PUBLISHED: 'published', CANCELLED: 'cancelled' } as const;
export type OfficialMeetingStatus = (typeof officialMeetingStatuses)[keyof typeof officialMeetingStatuses];

const OfficialMeetingSchema = defineEntity({
  name: 'OfficialMeetingEntity',
  tableName: 'official_meeting',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    title: p.json<LocalizedText>(),
    officials: p.json<LocalizedText>(),
    startsAt: p.datetime(),
    status: p.string().$type<OfficialMeetingStatus>().defaultRaw(`'planned'`),
    minutes: p.text().nullable(),
    publishedAt: p.datetime().nullable(),
  },
});

/** A meeting of the platform with officials. */
export class OfficialMeetingEntity extends OfficialMeetingSchema.class {}
OfficialMeetingSchema.setClass(OfficialMeetingEntity);

const AgendaItemSchema = defineEntity({
  name: 'AgendaItemEntity',
  tableName: 'agenda_item',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    meetingId: p.uuid(),
    clusterId: p.uuid().nullable(),
    caseId: p.uuid().nullable(),
    decision: p.json<LocalizedText>().nullable(),
  },
});

/** A cluster, or a single grave case with its person's consent, on the agenda of a meeting, and what was decided. */
export class AgendaItemEntity extends AgendaItemSchema.class {}
AgendaItemSchema.setClass(AgendaItemEntity);
