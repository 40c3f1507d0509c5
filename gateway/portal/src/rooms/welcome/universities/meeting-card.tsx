import { Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';
import { SourceNote } from '../source/source-note.js';
import { meetingItemTerms } from '../welcome-terms.js';

const MeetingCard_meeting = graphql(`
  fragment MeetingCard_meeting on RecruitmentMeeting {
    id
    title
    heldAt
    delegation
    attendance
    guest {
      id
      name
    }
    host {
      id
      name
    }
    speakers {
      id
      name
      office
    }
    agenda {
      id
      kind
      title
      speakers {
        id
        name
      }
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** A meeting at a university: who came, what was told, by whom. */
export function MeetingCard(props: { meeting: FragmentType<typeof MeetingCard_meeting> }) {
  const { t, i18n } = useLingui();
  const meeting = readFragment(MeetingCard_meeting, props.meeting);
  return (
    <article className="grid gap-4 rounded-xl border border-line bg-raised p-4">
      <h3>{meeting.title}</h3>
      <Facts
        rows={[
          [t`Ev sahibi`, meeting.host?.name],
          [t`Qonaq`, meeting.guest?.name],
          [t`Vaxt`, meeting.heldAt && formatMoment(meeting.heldAt, { time: true })],
          [t`Nümayəndə heyəti`, meeting.delegation],
          [t`İştirakçı tələbələr`, releasedText(meeting.attendance)],
          [
            t`Danışanlar`,
            meeting.speakers.length === 0 ? null : (
              <ul>
                {meeting.speakers.map(({ id, name, office }) => (
                  <li key={id}>
                    {name}, {office}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {meeting.agenda.length > 0 && (
        <div className="grid gap-2">
          <h4 className="font-semibold">
            <Trans>Gedişi</Trans>
          </h4>
          <ol className="grid list-decimal gap-2 pl-5">
            {meeting.agenda.map(({ id, kind, title, speakers }) => (
              <li key={id}>
                {title}
                <span className="block text-sm text-soft">
                  {i18n._(meetingItemTerms[kind])}
                  {speakers.length > 0 && ` · ${formatList(speakers.map(({ name }) => name))}`}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <SourceNote source={meeting.source} />
    </article>
  );
}
