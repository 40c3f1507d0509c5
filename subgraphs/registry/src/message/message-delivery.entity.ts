import { defineEntity, p } from '@mikro-orm/core';
import type { MessageChannel } from './message.entity.js';

export const deliveryStates = {
  WAITING: 'waiting',
  QUIET: 'quiet',
  DELIVERED: 'delivered',
  FAILING: 'failing',
  GIVEN_UP: 'given-up',
} as const;
export type DeliveryState = (typeof deliveryStates)[keyof typeof deliveryStates];

/** Where a message went, as its organisation sees it: never to which address. */
export interface SentDelivery {
  readonly channel: MessageChannel;
  readonly state: DeliveryState;
  /** Null while it waits. */
  readonly deliveredAt: Date | null;
}

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
