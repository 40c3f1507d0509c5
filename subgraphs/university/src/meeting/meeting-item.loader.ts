import { defineRowsLoader } from '@birlik/kernel/rows';
import { MeetingItemEntity } from './meeting-item.entity.js';

/** A meeting's agenda in its order. */
export const itemsByMeeting = defineRowsLoader(MeetingItemEntity, 'meetingId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most: 50,
});
