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
import { Attendance } from './attendance.js';
import { CastVote } from './cast-vote.js';

const OwnMeetingPage = graphql(`
  query OwnBodyMeetingPage($id: ID!) @purpose(is: "none") {
    governanceMeeting(meetingId: $id) {
      id
      status
      actsBy
      mandates {
        id
        isOwn
        isLive
        colleague {
          name
        }
      }
      voices {
        mandateId
        heldBy
      }
      motions {
        id
        votes {
          mandateId
        }
      }
      ...MeetingRecord_meeting
    }
  }
`);

/** A meeting for a member of the body, who attends and votes, and for who audits it, who reads. */
export const page = definePage({
  document: OwnMeetingPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Orqanın iclası`,
  Component: function OwnMeeting({ answer }) {
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
                <ButtonLink to="/me/bodies">
                  <Trans>Orqanlar və iclaslar</Trans>
                </ButtonLink>
              }
            >
              <Trans>Belə iclas yoxdur və ya mandatınız qüvvədə deyil.</Trans>
            </Empty>
          )}
        </LoneState>
      );
    }
    const meeting = section.value;
    const { id, status, actsBy = null, mandates, voices, motions } = meeting;
    const nameOf = (mandate: string) => {
      const found = mandates.find((one) => one.id === mandate);
      return found?.isOwn ? t`Siz` : (found?.colleague?.name ?? t`mandatı bitmiş üzv`);
    };
    const held = voices.filter(({ heldBy }) => heldBy === actsBy).map(({ mandateId }) => mandateId);
    const isThere = actsBy !== null && held.includes(actsBy);
    const others = mandates
      .filter(({ isOwn, isLive }) => isLive && !isOwn)
      .map((one) => ({ id: one.id, name: nameOf(one.id) }));
    return (
      <div className="grid max-w-3xl gap-8">
        <p>
          <Link to="/me/bodies">
            <Trans>Orqanlar və iclaslar</Trans>
          </Link>
        </p>
        <MeetingRecord
          of={meeting}
          nameOf={nameOf}
          actionsOf={(motionId, motionStatus) =>
            motionStatus === 'OPEN' &&
            isThere &&
            held
              .filter(
                (mandate) =>
                  !motions.some(
                    (one) => one.id === motionId && one.votes.some(({ mandateId }) => mandateId === mandate),
                  ),
              )
              .map((mandate) => (
                <CastVote
                  key={mandate}
                  motionId={motionId}
                  forMandateId={mandate === actsBy ? null : mandate}
                  name={nameOf(mandate)}
                  onDone={answer.reload}
                />
              ))
          }
        >
          {actsBy === null ? (
            <p className="text-soft">
              <Trans>Bu iclası oxuyursunuz: burada heç nəyi dəyişə bilməzsiniz.</Trans>
            </p>
          ) : (
            <Attendance
              id={id}
              status={status}
              isThere={isThere}
              holder={voices.find(({ mandateId }) => mandateId === actsBy)?.heldBy ?? null}
              others={others}
              nameOf={nameOf}
              onDone={answer.reload}
            />
          )}
          {status === 'OPEN' && (
            <div>
              <Button variant="quiet" onPress={answer.reload}>
                <Trans>Yenilə</Trans>
              </Button>
            </div>
          )}
        </MeetingRecord>
      </div>
    );
  },
});
