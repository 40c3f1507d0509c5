import type { JobKind } from '@birlik/kernel/queue';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import type { NoticeKind } from '@birlik/trust/message-notice';
import { explain } from '../messages.js';
import { writeLetter, type LetterText } from './mentoring-letter.service.js';
import { MentorshipEntity, mentorshipEndings, mentorshipProposers, mentorshipStatuses } from './mentorship.entity.js';

type Database = RequestContext['em'];

const texts = {
  asked: { subject: explain('mentorship-asked-subject'), body: explain('mentorship-asked-body') },
  accepted: { subject: explain('mentorship-accepted-subject'), body: explain('mentorship-accepted-body') },
  declined: { subject: explain('mentorship-declined-subject'), body: explain('mentorship-declined-body') },
  withdrawn: { subject: explain('mentorship-withdrawn-subject'), body: explain('mentorship-withdrawn-body') },
  ended: { subject: explain('mentorship-ended-subject'), body: explain('mentorship-ended-body') },
  reminder: { subject: explain('mentorship-reminder-subject'), body: explain('mentorship-reminder-body') },
  expired: { subject: explain('mentorship-expired-subject'), body: explain('mentorship-expired-body') },
  proposed: { subject: explain('pair-proposed-subject'), body: explain('pair-proposed-body') },
  begun: { subject: explain('pair-begun-subject'), body: explain('pair-begun-body') },
  refused: { subject: explain('pair-declined-subject'), body: explain('pair-declined-body') },
  left: { subject: explain('mentorship-ended-subject'), body: explain('mentorship-left-body') },
  warned: { subject: explain('mentor-warned-subject'), body: explain('mentor-warned-body') },
  hidden: { subject: explain('mentor-hidden-subject'), body: explain('mentor-hidden-body') },
} as const satisfies Record<string, LetterText>;

/** What a trigger says of a change. */
interface Change {
  readonly id: string;
  /** The status that it came to; it may have changed since. */
  readonly status: unknown;
  /** Who of the two did it; null for somebody else. */
  readonly by: unknown;
}

/** Tells the one of the two who did not do it what has become of a mentorship. */
async function tell(em: Database, member: MemberIdentity, { id, status, by }: Change): Promise<void> {
  const found = await em.findOne(MentorshipEntity, { id });
  if (!found) return;
  const { organizationId, ending, proposedBy, volunteerId: mentee, mentorVolunteerId: mentor } = found;
  const isAsked = proposedBy !== mentorshipProposers.COORDINATOR;
  const other = by === 'mentor' ? mentee : mentor;
  const letter = (to: string | null | undefined, kind: NoticeKind, text: LetterText) =>
    writeLetter(em, member, { to: to ?? null, organizationId, kind, ...text });
  if (status === mentorshipStatuses.PROPOSED) {
    if (isAsked) return letter(mentor, 'mentorship-asked', texts.asked);
    for (const one of [mentee, mentor]) await letter(one, 'mentorship-asked', texts.proposed);
    return;
  }
  if (status === mentorshipStatuses.ACTIVE)
    return letter(other, 'mentorship-answered', isAsked ? texts.accepted : texts.begun);
  switch (ending) {
    case mentorshipEndings.DECLINED:
      return letter(other, 'mentorship-answered', isAsked ? texts.declined : texts.refused);
    case mentorshipEndings.WITHDRAWN:
    case mentorshipEndings.SUPERSEDED:
      return letter(mentor, 'mentorship-ended', texts.withdrawn);
    case mentorshipEndings.ENDED:
      return letter(other, 'mentorship-ended', texts.ended);
    case mentorshipEndings.LEFT:
      return letter(mentee ?? mentor, 'mentorship-ended', texts.left);
    default:
  }
}

/** Reminds who has not answered yet of a request or a proposal that still waits. */
async function remind(em: Database, member: MemberIdentity, id: string): Promise<void> {
  const found = await em.findOne(MentorshipEntity, { id, status: mentorshipStatuses.PROPOSED });
  if (!found) return;
  const { organizationId, volunteerId, mentorVolunteerId = null, menteeAgreedAt, mentorAgreedAt } = found;
  const silent = [
    ...(menteeAgreedAt == null ? [volunteerId] : []),
    ...(mentorAgreedAt == null ? [mentorVolunteerId] : []),
  ];
  for (const to of silent)
    await writeLetter(em, member, { to, organizationId, kind: 'mentorship-expiring', ...texts.reminder });
}

/** Tells a mentor what became of it that they let requests run out. */
async function tellSilent(em: Database, member: MemberIdentity, id: string, text: LetterText): Promise<void> {
  const found = await em.findOne(MentorshipEntity, { id });
  if (!found) return;
  const { organizationId, mentorVolunteerId: to = null } = found;
  await writeLetter(em, member, { to, organizationId, kind: 'mentorship-expiring', ...text });
}

/** Closes a request that nobody answered in time, and tells both. */
async function expire(em: Database, member: MemberIdentity, id: string): Promise<void> {
  const closed = await em.nativeUpdate(
    MentorshipEntity,
    { id, status: mentorshipStatuses.PROPOSED },
    { status: mentorshipStatuses.ENDED, ending: mentorshipEndings.EXPIRED },
  );
  if (closed === 0) return;
  const { organizationId, volunteerId, mentorVolunteerId = null } = await em.findOneOrFail(MentorshipEntity, { id });
  for (const to of [volunteerId, mentorVolunteerId]) {
    await writeLetter(em, member, { to, organizationId, kind: 'mentorship-ended', ...texts.expired });
  }
}

/** The jobs that triggers of `mentorship` make. */
export function mentorshipJobs(member: MemberIdentity): readonly JobKind[] {
  const idOf = ({ mentorship }: { readonly [key: string]: unknown }) => String(mentorship);
  return [
    {
      name: 'tell of a mentorship',
      run: (em, { payload }) => tell(em, member, { id: idOf(payload), status: payload['status'], by: payload['by'] }),
    },
    { name: 'remind of a request for mentoring', run: (em, { payload }) => remind(em, member, idOf(payload)) },
    {
      name: 'warn a silent mentor',
      run: (em, { payload }) => tellSilent(em, member, idOf(payload), texts.warned),
    },
    {
      name: 'hide a silent mentor',
      run: (em, { payload }) => tellSilent(em, member, idOf(payload), texts.hidden),
    },
    { name: 'close a request for mentoring', run: (em, { payload }) => expire(em, member, idOf(payload)) },
  ];
}
