import type { JobKind } from '@birlik/kernel/queue';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { writeLetter, type LetterText } from './mentoring-letter.service.js';
import { meetingStatuses } from './mentorship-meeting.entity.js';
import { MentorshipEntity, mentorshipStatuses } from './mentorship.entity.js';

type Database = RequestContext['em'];

/** What the other one of the two is told of a meeting, by the status that it came to. */
const texts = new Map<unknown, LetterText>([
  [meetingStatuses.PROPOSED, { subject: explain('meeting-proposed-subject'), body: explain('meeting-proposed-body') }],
  [
    meetingStatuses.CONFIRMED,
    { subject: explain('meeting-confirmed-subject'), body: explain('meeting-confirmed-body') },
  ],
  [meetingStatuses.DECLINED, { subject: explain('meeting-declined-subject'), body: explain('meeting-declined-body') }],
  [
    meetingStatuses.CANCELLED,
    { subject: explain('meeting-cancelled-subject'), body: explain('meeting-cancelled-body') },
  ],
]);
const reminder = { subject: explain('meeting-reminder-subject'), body: explain('meeting-reminder-body') };

/** Writes to people of a mentorship that is active. The letter names no time: a job acts for an association, which reads no meeting. */
async function write(
  em: Database,
  member: MemberIdentity,
  { id, to, text }: { readonly id: string; readonly to: readonly ('mentee' | 'mentor')[]; readonly text: LetterText },
): Promise<void> {
  const found = await em.findOne(MentorshipEntity, { id, status: mentorshipStatuses.ACTIVE });
  if (!found) return;
  const { organizationId, volunteerId: mentee, mentorVolunteerId: mentor = null } = found;
  for (const side of to) {
    const letter = { to: side === 'mentee' ? mentee : mentor, organizationId, kind: 'mentorship-changed' } as const;
    await writeLetter(em, member, { ...letter, ...text });
  }
}

/** The jobs that triggers of `mentorship_meeting` make. */
export function meetingJobs(member: MemberIdentity): readonly JobKind[] {
  return [
    {
      name: 'tell of a mentoring meeting',
      run: async (em, { payload: { mentorship, status, by } }) => {
        const text = texts.get(status);
        if (!text) return;
        await write(em, member, { id: String(mentorship), to: [by === 'mentor' ? 'mentee' : 'mentor'], text });
      },
    },
    {
      name: 'remind of a mentoring meeting',
      run: (em, { payload }) =>
        write(em, member, { id: String(payload['mentorship']), to: ['mentee', 'mentor'], text: reminder }),
    },
  ];
}
