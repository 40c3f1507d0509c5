import { inEveryLanguage } from '@birlik/kernel/localized';
import type { JobKind } from '@birlik/kernel/queue';
import type { MemberIdentity } from '@birlik/trust/context';
import { writeMessage } from '@birlik/trust/message';
import { explain } from '../messages.js';
import { AlumniEventEntity } from './alumni-event.entity.js';
import { EventAnswerEntity } from './event-answer.entity.js';

/** The jobs that triggers of events make: each tells one person of one change. */
export function alumniEventJobs({ clock }: MemberIdentity): readonly JobKind[] {
  return [
    {
      name: 'tell of an event',
      run: async (em, { payload }) => {
        const answer = await em.findOne(EventAnswerEntity, { id: String(payload['answer']) });
        if (!answer) return;
        const event = await em.findOneOrFail(AlumniEventEntity, { id: answer.eventId });
        const isPlace = payload['change'] === 'place';
        if (isPlace && answer.place !== 'taken') return;
        const isCorrected = payload['change'] === 'corrected';
        const subject = explain(
          isPlace ? 'event-place-subject' : isCorrected ? 'event-corrected-subject' : 'event-cancelled-subject',
        );
        await writeMessage(em, {
          volunteerId: answer.volunteerId,
          organizationId: answer.organizationId,
          kind: 'alumni-event-changed',
          subject: inEveryLanguage((language) => subject.in(language)),
          body: inEveryLanguage((language) => event.title[language] ?? event.title.az),
          sentAt: clock.now(),
        });
      },
    },
  ];
}
