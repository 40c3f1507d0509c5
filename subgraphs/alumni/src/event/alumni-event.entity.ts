import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const alumniEventStatuses = { PLANNED: 'planned', PUBLISHED: 'published', CANCELLED: 'cancelled' } as const;
export type AlumniEventStatus = (typeof alumniEventStatuses)[keyof typeof alumniEventStatuses];

const AlumniEventSchema = defineEntity({
  name: 'AlumniEventEntity',
  tableName: 'alumni_event',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    countryCode: p.string().nullable(),
    title: p.json<LocalizedText>(),
    body: p.json<LocalizedText>(),
    place: p.string(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    capacity: p.integer().nullable(),
    status: p.string().$type<AlumniEventStatus>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class AlumniEventEntity extends AlumniEventSchema.class {}
AlumniEventSchema.setClass(AlumniEventEntity);
