import { Plural, Trans } from '@lingui/react/macro';
import type { PersonHomePageQuery } from '../../../generated/graphql.js';
import type { HomePerson } from './home-person.js';
import type { Task } from './task-list.js';

/** Requests and proposed pairs of mentoring that wait for the person's answer, on either side. */
export function mentoringTasks({ mentorships }: HomePerson, mentees: PersonHomePageQuery['myMentees']): Task[] {
  const asMentee = (mentorships ?? []).filter(
    ({ status, menteeAgreedAt }) => status === 'PROPOSED' && menteeAgreedAt == null,
  );
  const asMentor = (mentees?.nodes ?? []).filter(
    ({ status, mentorAgreedAt }) => status === 'PROPOSED' && mentorAgreedAt == null,
  );
  const count = asMentee.length + asMentor.length;
  if (count === 0) return [];
  return [
    {
      key: 'mentoring',
      title: (
        <Plural value={count} one="Mentorluqda # cavabınız gözlənilir" other="Mentorluqda # cavabınız gözlənilir" />
      ),
      action: <Trans>Bax və cavab ver</Trans>,
      to: '/me/mentoring',
    },
  ];
}
