import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const conferenceRoles = { ORGANIZER: 'organizer', SUPPORTER: 'supporter', PARTNER: 'partner' } as const;
export type ConferenceRole = (typeof conferenceRoles)[keyof typeof conferenceRoles];

const ConferenceContributorSchema = defineEntity({
  name: 'ConferenceContributorEntity',
  tableName: 'conference_contributor',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    contributorId: p.uuid(),
    role: p.string().$type<ConferenceRole>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceContributorEntity extends ConferenceContributorSchema.class {}
ConferenceContributorSchema.setClass(ConferenceContributorEntity);
