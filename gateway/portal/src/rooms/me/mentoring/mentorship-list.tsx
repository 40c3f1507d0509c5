import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmailText } from '../../../design/base/email-text.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { MentorshipList_MentorshipFragment } from '../../../generated/graphql.js';
import { formatDay } from '../../../language/format.js';
import { mentorshipTerms } from '../me-terms.js';
import { declineTerms, endingTerms, formatTerms } from './mentoring-terms.js';

const MentorshipListMentorship = graphql(`
  fragment MentorshipList_mentorship on Mentorship {
    id
    status
    startedOn
    ending
    declineReason
    format
    menteeMessage
    mentorLeft
    proposedBy
    menteeAgreedAt
    mentorAgreedAt
    mentor {
      id
    }
    counterpart {
      name
      email
      phone
    }
    organization {
      id
      name
    }
  }
`);

interface MentorshipListProps {
  readonly mentorships: readonly FragmentType<typeof MentorshipListMentorship>[];
  /** What can be done about one. @default nothing */
  readonly actions?: (mentorship: MentorshipList_MentorshipFragment) => ReactNode;
  /** Whether the person is the mentor of the two. */
  readonly asMentor?: boolean;
}

/** Who accompanies the person; whom it is and how to reach them is shown while it lasts. */
export function MentorshipList({ actions, asMentor = false, ...props }: MentorshipListProps) {
  const { i18n } = useLingui();
  const mentorships = readFragment(MentorshipListMentorship, props.mentorships);
  return (
    <ul className="grid gap-6">
      {mentorships.map((mentorship) => {
        const { id, status, startedOn, ending, declineReason, format, menteeMessage, mentorLeft } = mentorship;
        const { counterpart, organization } = mentorship;
        const from = startedOn == null ? '' : formatDay(startedOn);
        const word = ending == null ? waitingWord(mentorship, asMentor) : endingTerms[ending];
        return (
          <li key={id} className="grid gap-1">
            <h3 className="flex flex-wrap items-center gap-2">
              {counterpart?.name ??
                (mentorLeft ? <Trans>Mentor Birlikdən çıxıb</Trans> : <Nameless of={mentorship} asMentor={asMentor} />)}
              <Tag tone={status === 'ACTIVE' ? 'success' : status === 'PROPOSED' ? 'info' : 'neutral'}>
                {i18n._(word)}
              </Tag>
            </h3>
            {declineReason != null && <p className="text-soft">{i18n._(declineTerms[declineReason])}</p>}
            {counterpart?.email != null && (
              <p>
                <EmailText email={counterpart.email} />
              </p>
            )}
            {counterpart?.phone != null && <p>{counterpart.phone}</p>}
            <p className="text-soft">
              {organization?.name}
              {format != null && <> · {i18n._(formatTerms[format])}</>}
              {startedOn != null && (
                <>
                  {' '}
                  · <Trans>{from} tarixindən</Trans>
                </>
              )}
            </p>
            {menteeMessage != null && <p className="text-soft">“{menteeMessage}”</p>}
            {actions?.(mentorship)}
          </li>
        );
      })}
    </ul>
  );
}

/** What one who waits or is waited for is called before the two know each other. */
function Nameless({ of, asMentor }: { of: MentorshipList_MentorshipFragment; asMentor: boolean }) {
  if (of.proposedBy !== 'MENTEE') return <Trans>Sizə təklif olunan şəxs</Trans>;
  return asMentor ? <Trans>Sizə müraciət edən</Trans> : <Trans>Mentor</Trans>;
}

/** How it stands, and whose answer is waited for, in the words of the one who looks. */
function waitingWord(mentorship: MentorshipList_MentorshipFragment, asMentor: boolean) {
  const { status, menteeAgreedAt, mentorAgreedAt } = mentorship;
  if (status !== 'PROPOSED') return mentorshipTerms[status];
  const own = asMentor ? mentorAgreedAt : menteeAgreedAt;
  if (own == null) return msg`cavabınız gözlənilir`;
  return asMentor ? msg`o biri tərəfin cavabı gözlənilir` : mentorshipTerms.PROPOSED;
}
