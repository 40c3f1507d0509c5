import { defineRowsLoader } from '@birlik/kernel/rows';
import { MessageDeliveryEntity } from './message-delivery.entity.js';

/** Where a message went: once on each channel at most. */
export const deliveriesByMessage = defineRowsLoader(MessageDeliveryEntity, 'messageId', {
  orderBy: [{ channel: 'asc' }],
});
