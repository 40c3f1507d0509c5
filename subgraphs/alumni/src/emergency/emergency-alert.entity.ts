import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const EmergencyAlertSchema = defineEntity({
  name: 'EmergencyAlertEntity',
  tableName: 'emergency_alert',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    emergencyId: p.uuid(),
    text: p.json<LocalizedText>(),
    countryCodes: p.array(),
    cities: p.array(),
    universities: p.array(),
    sentAt: p.datetime().defaultRaw('app_now()'),
    sentBy: p.string(),
    handedOver: p.integer().default(0),
    doneAt: p.datetime().nullable(),
  },
});

/** `handedOver` counts the messages that are written so far. */
export class EmergencyAlertEntity extends EmergencyAlertSchema.class {}
EmergencyAlertSchema.setClass(EmergencyAlertEntity);
