import { defineEntity, p } from '@mikro-orm/core';

const ConferenceParticipationSchema = defineEntity({
  name: 'ConferenceParticipationEntity',
  tableName: 'conference_participation',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    countryCode: p.string(),
  },
});

export class ConferenceParticipationEntity extends ConferenceParticipationSchema.class {}
ConferenceParticipationSchema.setClass(ConferenceParticipationEntity);
