import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const WrittenMessageSchema = defineEntity({
  name: 'WrittenMessageEntity',
  tableName: 'message',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    subject: p.json<LocalizedText>(),
    body: p.json<LocalizedText>(),
    sentAt: p.datetime(),
  },
});

/** What a member wrote to a person, in all languages. */
export class WrittenMessageEntity extends WrittenMessageSchema.class {}
WrittenMessageSchema.setClass(WrittenMessageEntity);
