import { defineRowsLoader } from '@birlik/kernel/rows';
import { MeetingSpeakerEntity } from './meeting-speaker.entity.js';

/** Who spoke at a meeting, in the order in which they are named. */
export const speakersByMeeting = defineRowsLoader(MeetingSpeakerEntity, 'meetingId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most: 50,
});
