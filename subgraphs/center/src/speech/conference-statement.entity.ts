import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ConferenceStatementSchema = defineEntity({
  name: 'ConferenceStatementEntity',
  tableName: 'conference_statement',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    position: p.integer(),
    speakerId: p.uuid().nullable(),
    text: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceStatementEntity extends ConferenceStatementSchema.class {}
ConferenceStatementSchema.setClass(ConferenceStatementEntity);
