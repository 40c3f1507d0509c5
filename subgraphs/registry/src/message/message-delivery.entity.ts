import { defineEntity, p } from '@mikro-orm/core';
import type { MessageChannel } from './message.entity.js';

const MessageDeliverySchema = defineEntity({
  name: 'MessageDeliveryEntity',
  tableName: 'message_delivery',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    messageId: p.uuid(),
    channel: p.string().$type<MessageChannel>(),
    /** Null while it waits. */
    deliveredAt: p.datetime().nullable(),
  },
});

export class MessageDeliveryEntity extends MessageDeliverySchema.class {}
MessageDeliverySchema.setClass(MessageDeliveryEntity);
