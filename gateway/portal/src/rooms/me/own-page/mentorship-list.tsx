import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmailText } from '../../../design/base/email-text.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { mentorshipTerms } from '../me-terms.js';

const MentorshipListMentorship = graphql(`
  fragment MentorshipList_mentorship on Mentorship {
    id
    status
    startedOn
    menteeMessage
    mentorLeft
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
  /** What can be done about one that has ended, by its mentor’s id. @default nothing */
  readonly afterEnd?: (mentorId: string) => ReactNode;
  /** What the other one is called while their name is not shown. @default a mentor */
  readonly nameless?: ReactNode;
}

/** Who accompanies the person; whom it is and how to reach them is shown while it lasts. */
export function MentorshipList({ afterEnd, nameless = <Trans>Mentor</Trans>, ...props }: MentorshipListProps) {
  const { i18n } = useLingui();
  const mentorships = readFragment(MentorshipListMentorship, props.mentorships);
  return (
    <ul className="grid gap-4">
      {mentorships.map(({ id, status, startedOn, menteeMessage, mentorLeft, mentor, counterpart, organization }) => {
        const from = startedOn == null ? '' : formatDay(startedOn);
        return (
          <li key={id} className="grid gap-1">
            <h3 className="flex flex-wrap items-center gap-2">
              {counterpart?.name ?? (mentorLeft ? <Trans>Mentor Birlikdən çıxıb</Trans> : nameless)}
              <Tag tone={status === 'ACTIVE' ? 'success' : status === 'PROPOSED' ? 'info' : 'neutral'}>
                {i18n._(mentorshipTerms[status])}
              </Tag>
            </h3>
            {counterpart?.email != null && (
              <p>
                <EmailText email={counterpart.email} />
              </p>
            )}
            {counterpart?.phone != null && <p>{counterpart.phone}</p>}
            <p className="text-soft">
              {organization?.name}
              {startedOn != null && (
                <>
                  {' '}
                  · <Trans>{from} tarixindən</Trans>
                </>
              )}
            </p>
            {menteeMessage != null && <p className="text-soft">“{menteeMessage}”</p>}
            {status === 'ENDED' && mentor != null && afterEnd?.(mentor.id)}
          </li>
        );
      })}
    </ul>
  );
}
