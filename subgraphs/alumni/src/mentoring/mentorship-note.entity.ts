import { defineEntity, p } from '@mikro-orm/core';

const MentorshipNoteSchema = defineEntity({
  name: 'MentorshipNoteEntity',
  tableName: 'mentorship_note',
  properties: {
    id: p.uuid().primary(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    text: p.text(),
    writtenAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** `volunteerId` is who of the two wrote it. Both read it and nobody else; who wrote it can delete it. */
export class MentorshipNoteEntity extends MentorshipNoteSchema.class {}
MentorshipNoteSchema.setClass(MentorshipNoteEntity);
