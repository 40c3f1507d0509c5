import { defineEntity, p } from '@mikro-orm/core';

const MentorshipFeedbackSchema = defineEntity({
  name: 'MentorshipFeedbackEntity',
  tableName: 'mentorship_feedback',
  properties: {
    id: p.uuid().primary(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    rating: p.integer(),
    text: p.text().nullable(),
    givenAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** What one of the two says of the mentoring to the other one, who reads it once both have said theirs. It stays. */
export class MentorshipFeedbackEntity extends MentorshipFeedbackSchema.class {}
MentorshipFeedbackSchema.setClass(MentorshipFeedbackEntity);
