import { defineEntity, p } from '@mikro-orm/core';

export const eventAnswers = { YES: 'yes', NO: 'no', MAYBE: 'maybe' } as const;
export type EventAnswer = (typeof eventAnswers)[keyof typeof eventAnswers];

export const eventPlaces = { TAKEN: 'taken', WAITING: 'waiting' } as const;
export type EventPlace = (typeof eventPlaces)[keyof typeof eventPlaces];

const EventAnswerSchema = defineEntity({
  name: 'EventAnswerEntity',
  tableName: 'event_answer',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    eventId: p.uuid(),
    volunteerId: p.uuid(),
    answer: p.string().$type<EventAnswer>(),
    place: p.string().$type<EventPlace>().nullable(),
    attended: p.boolean().nullable(),
    answeredAt: p.datetime(),
  },
});

/** What somebody said to an event, and their place. */
export class EventAnswerEntity extends EventAnswerSchema.class {}
EventAnswerSchema.setClass(EventAnswerEntity);
