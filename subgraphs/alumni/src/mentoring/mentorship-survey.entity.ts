import { defineEntity, p } from '@mikro-orm/core';

export const goalsReached = { YES: 'yes', PARTLY: 'partly', NO: 'no' } as const;
export type GoalsReached = (typeof goalsReached)[keyof typeof goalsReached];

const MentorshipSurveySchema = defineEntity({
  name: 'MentorshipSurveyEntity',
  tableName: 'mentorship_survey',
  properties: {
    id: p.uuid().primary(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    goalsReached: p.string().$type<GoalsReached>(),
    wouldRecommend: p.boolean(),
    answeredAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** One side's answer to the closing survey. Neither the other one nor an organisation reads it. */
export class MentorshipSurveyEntity extends MentorshipSurveySchema.class {}
MentorshipSurveySchema.setClass(MentorshipSurveyEntity);
