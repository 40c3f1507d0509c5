import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { Tag } from '../../../../design/base/tag.js';
import { ProblemSummary } from '../../../../design/form/form.js';
import { Empty } from '../../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import type { MentorshipMeetingStatus } from '../../../../generated/codes.js';
import { formatMoment, formatNumber } from '../../../../language/format.js';
import { meetingTerms } from '../mentoring-terms.js';
import { AnswerMeeting, CancelMeeting, RecordMeeting } from './meeting-actions.js';
import { ProposeMeeting } from './propose-meeting.js';

const MeetingListPair = graphql(`
  fragment MeetingList_pair on MentorshipPair {
    id
    meetings {
      id
      startsAt
      minutes
      place
      status
      isOwn
    }
  }
`);

const tones: Readonly<Partial<Record<MentorshipMeetingStatus, 'success' | 'info' | 'warning'>>> = {
  PROPOSED: 'info',
  CONFIRMED: 'success',
  HAPPENED: 'success',
  MISSED: 'warning',
};

interface PairProps<Pair> {
  readonly pair: Pair;
  readonly isActive: boolean;
  readonly onChanged: () => void;
}

/** When the two meet and met, the latest first, with what can be done about each, and the way to propose one. */
export function MeetingList({ isActive, onChanged, ...props }: PairProps<FragmentType<typeof MeetingListPair>>) {
  const { i18n, t } = useLingui();
  const { id: mentorshipId, meetings } = readFragment(MeetingListPair, props.pair);
  const [now] = useState(() => new Date().toISOString());
  const [answer, answerState] = useAction(AnswerMeeting);
  const [cancel, cancelState] = useAction(CancelMeeting);
  const [record, recordState] = useAction(RecordMeeting);
  const done = (result: Promise<object | null>) => void result.then((value) => value !== null && onChanged());
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Görüşlər</Trans>
      </h2>
      {[answerState, cancelState, recordState].map((state, at) => (
        <ProblemSummary key={at} state={state} />
      ))}
      {meetings.length === 0 && (
        <Empty>
          <Trans>Hələ görüş yoxdur. Vaxt təklif edin, o biri tərəf təsdiqləsin.</Trans>
        </Empty>
      )}
      <ul className="grid gap-3">
        {meetings.map(({ id, startsAt, minutes, place, status, isOwn }) => {
          const when = formatMoment(startsAt, { weekday: true, time: true });
          const length = formatNumber(minutes);
          const isAhead = startsAt > now;
          return (
            <li key={id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
              <h3 className="flex flex-wrap items-center gap-2">
                {when}
                <Tag tone={tones[status] ?? 'neutral'}>{i18n._(meetingTerms[status])}</Tag>
              </h3>
              <p className="text-soft wrap-anywhere">
                <Trans>{length} dəqiqə</Trans>
                {place != null && (
                  <>
                    {' '}
                    · <span className="break-all">{place}</span>
                  </>
                )}
              </p>
              <div className="flex flex-wrap gap-3">
                {status === 'PROPOSED' && !isOwn && isAhead && (
                  <Button
                    aria-label={t`Təsdiqlə: ${when}`}
                    isPending={answerState.running}
                    onPress={() => done(answer({ id, confirm: true }))}
                  >
                    <Trans>Təsdiqlə</Trans>
                  </Button>
                )}
                {status === 'PROPOSED' && !isOwn && (
                  <Button
                    variant="secondary"
                    aria-label={t`Uyğun deyil: ${when}`}
                    isPending={answerState.running}
                    onPress={() => done(answer({ id, confirm: false }))}
                  >
                    <Trans>Uyğun deyil</Trans>
                  </Button>
                )}
                {((status === 'PROPOSED' && isOwn) || (status === 'CONFIRMED' && isAhead)) && (
                  <Button
                    variant="secondary"
                    aria-label={t`Görüşü ləğv et: ${when}`}
                    isPending={cancelState.running}
                    onPress={() => done(cancel({ id }))}
                  >
                    <Trans>Görüşü ləğv et</Trans>
                  </Button>
                )}
                {(status === 'CONFIRMED' || status === 'MISSED') && !isAhead && (
                  <Button
                    variant="secondary"
                    aria-label={t`Görüş oldu: ${when}`}
                    isPending={recordState.running}
                    onPress={() => done(record({ id, happened: true }))}
                  >
                    <Trans>Görüş oldu</Trans>
                  </Button>
                )}
                {(status === 'CONFIRMED' || status === 'HAPPENED') && !isAhead && (
                  <Button
                    variant="quiet"
                    aria-label={t`Görüş olmadı: ${when}`}
                    isPending={recordState.running}
                    onPress={() => done(record({ id, happened: false }))}
                  >
                    <Trans>Görüş olmadı</Trans>
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {isActive && <ProposeMeeting mentorshipId={mentorshipId} onProposed={onChanged} />}
    </section>
  );
}
