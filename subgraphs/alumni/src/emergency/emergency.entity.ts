import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const EmergencySchema = defineEntity({
  name: 'EmergencyEntity',
  tableName: 'emergency',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    event: p.json<LocalizedText>(),
    isDrill: p.boolean(),
    countryCodes: p.array(),
    cities: p.array(),
    universities: p.array(),
    answerMinutes: p.integer(),
    silentMinutes: p.integer(),
    openedAt: p.datetime().defaultRaw('app_now()'),
    openedBy: p.string(),
    openedByIssuer: p.string().nullable(),
    endsAt: p.datetime(),
    code: p.string().nullable(),
    confirmedAt: p.datetime().nullable(),
    confirmedBy: p.string().nullable(),
    closedAt: p.datetime().nullable(),
    closedBy: p.string().nullable(),
    known: p.integer().nullable(),
    safe: p.integer().nullable(),
    needHelp: p.integer().nullable(),
  },
});

/** `code` is in the link by which people check in; the figures are those of the end. */
export class EmergencyEntity extends EmergencySchema.class {}
EmergencySchema.setClass(EmergencyEntity);

export const emergencyAbroadStatuses = { OPENED: 'opened', CONFIRMED: 'confirmed', CLOSED: 'closed' } as const;
export type EmergencyAbroadStatus = (typeof emergencyAbroadStatuses)[keyof typeof emergencyAbroadStatuses];
