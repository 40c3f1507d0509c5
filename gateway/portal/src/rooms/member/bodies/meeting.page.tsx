import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { MeetingRecord } from '../../_shared/bodies/meeting-record.js';
import { officerPage } from '../purpose/officer-page.js';
import { KeepMeeting, WriteMinutes } from './keep-meeting.js';
import { KeepMotion } from './keep-motion.js';
import { PutMotion } from './put-motion.js';

const BodyMeetingPage = graphql(`
  query BodyMeetingPage($id: ID!) @purpose(is: "placement") {
    governanceMeeting(meetingId: $id) {
      id
      status
      mandates {
        id
        person {
          volunteer {
            id
            name
          }
        }
      }
      ...MeetingRecord_meeting
    }
  }
`);

/** A meeting of a body for who keeps its records: the agenda, the votes and the minutes. */
export const page = officerPage(
  definePage({
    document: BodyMeetingPage,
    variables: ({ params }) => ({ id: params['id'] ?? '' }),
    title: msg`Orqanın iclası`,
    Component: function BodyMeeting({ answer }) {
      const { t } = useLingui();
      const section = sectionOf<typeof answer.data.governanceMeeting>(answer, ['governanceMeeting']);
      if (section.kind !== 'data') {
        return (
          <LoneState title={<Trans>Orqanın iclası</Trans>}>
            {section.kind === 'down' ? (
              <Unreachable member={<Trans>Məzunlar platforması</Trans>} onRetry={answer.reload} />
            ) : (
              <Empty
                action={
                  <ButtonLink to="/bodies">
                    <Trans>İdarəetmə orqanları</Trans>
                  </ButtonLink>
                }
              >
                <Trans>Təşkilatınızın belə iclası yoxdur.</Trans>
              </Empty>
            )}
          </LoneState>
        );
      }
      const { id, status, mandates } = section.value;
      const nameOf = (mandate: string) =>
        mandates.find((one) => one.id === mandate)?.person?.volunteer?.name ?? t`adı paylaşılmayıb`;
      return (
        <div className="grid max-w-3xl gap-8">
          <p>
            <Link to="/bodies">
              <Trans>İdarəetmə orqanları</Trans>
            </Link>
          </p>
          <MeetingRecord
            of={section.value}
            nameOf={nameOf}
            actionsOf={(motionId, motionStatus) =>
              status === 'OPEN' && <KeepMotion id={motionId} status={motionStatus} onDone={answer.reload} />
            }
          >
            <KeepMeeting id={id} status={status} onDone={answer.reload} />
            {status === 'OPEN' && (
              <div>
                <Button variant="quiet" onPress={answer.reload}>
                  <Trans>Yenilə</Trans>
                </Button>
              </div>
            )}
          </MeetingRecord>
          {(status === 'OPEN' || status === 'PLANNED') && <PutMotion meetingId={id} onDone={answer.reload} />}
          {status === 'CLOSED' && <WriteMinutes meetingId={id} onDone={answer.reload} />}
        </div>
      );
    },
  }),
);
