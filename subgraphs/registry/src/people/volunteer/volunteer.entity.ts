import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const VolunteerSchema = defineEntity({
  name: 'VolunteerEntity',
  tableName: 'volunteer',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    givenName: p.string(),
    familyName: p.string(),
    patronymic: p.string().nullable(),
    birthDate: p.date().nullable(),
    email: p.string().nullable(),
    /** When the person confirmed the address; null for one that somebody else wrote down. */
    emailConfirmedAt: p.datetime().nullable(),
    phone: p.string().nullable(),
    city: p.json<LocalizedText>().nullable(),
    homeCountry: p.string().nullable(),
    timeZone: p.string().nullable(),
    languages: p.array(),
    availability: p.string().nullable(),
    emergencyName: p.string().nullable(),
    emergencyPhone: p.string().nullable(),
    registeredAt: p.datetime(),
  },
});

export class VolunteerEntity extends VolunteerSchema.class {}
VolunteerSchema.setClass(VolunteerEntity);
