import { useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { meetingTerms } from './body-terms.js';

const MeetingListMeeting = graphql(`
  fragment BodyMeetingList_meeting on GovernanceMeeting {
    id
    title
    startsAt
    status
    body {
      id
      name
    }
  }
`);

interface MeetingListProps {
  readonly meetings: readonly FragmentType<typeof MeetingListMeeting>[];
  /** Where the page of a meeting is, up to its id. */
  readonly under: string;
}

/** Meetings of bodies, each with its day and where it stands. */
export function BodyMeetingList({ under, ...props }: MeetingListProps) {
  const { i18n } = useLingui();
  return (
    <ul className="grid gap-3">
      {readFragment(MeetingListMeeting, props.meetings).map(({ id, title, startsAt, status, body }) => (
        <li key={id} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
          <h3 className="flex flex-wrap items-center gap-2">
            <Link to={`${under}/${encodeURIComponent(id)}`}>{title}</Link>
            <Tag tone={status === 'OPEN' ? 'success' : status === 'PLANNED' ? 'warning' : 'neutral'}>
              {i18n._(meetingTerms[status])}
            </Tag>
          </h3>
          <p className="text-soft">
            {body.name} · {formatMoment(startsAt, { time: true })}
          </p>
        </li>
      ))}
    </ul>
  );
}
