import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Card } from '../../../design/base/card.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { majorityTerms, meetingTerms, motionTerms } from './body-terms.js';
import { MotionResult } from './motion-result.js';

const MeetingRecordMeeting = graphql(`
  fragment MeetingRecord_meeting on GovernanceMeeting {
    id
    title
    startsAt
    status
    body {
      id
      name
      quorumPercent
    }
    voices {
      mandateId
      heldBy
    }
    motions {
      id
      text
      majority
      status
      ...MotionResult_motion
    }
    minutes {
      version
      text
      publishedAt
    }
  }
`);

interface MeetingRecordProps {
  readonly of: FragmentType<typeof MeetingRecordMeeting>;
  /** Whose a mandate is, in the reader's words. */
  readonly nameOf: (mandateId: string) => string;
  /** What the reader does at the meeting. */
  readonly children?: ReactNode;
  /** What the reader does with a motion. */
  readonly actionsOf: (motionId: string, status: string) => ReactNode;
}

/** What a meeting of a body is about, who is there, how it voted, and what was written down. */
export function MeetingRecord({ nameOf, children, actionsOf, ...props }: MeetingRecordProps) {
  const { i18n } = useLingui();
  const { title, startsAt, status, body, voices, motions, minutes } = readFragment(MeetingRecordMeeting, props.of);
  const quorum = formatNumber(body.quorumPercent);
  return (
    <>
      <div className="grid gap-1">
        <h1>{title}</h1>
        <p className="flex flex-wrap items-center gap-2">
          {body.name} · {formatMoment(startsAt, { time: true })}
          <Tag tone={status === 'OPEN' ? 'success' : status === 'PLANNED' ? 'warning' : 'neutral'}>
            {i18n._(meetingTerms[status])}
          </Tag>
        </p>
        <p className="text-soft">
          <Trans>Yetərsay: mandatların ən azı {quorum} faizi.</Trans>
        </p>
      </div>
      {children}
      <section className="grid gap-3">
        <h2>
          <Trans>Gündəlik</Trans>
        </h2>
        {motions.length === 0 && (
          <p className="text-soft">
            <Trans>Hələ təklif yoxdur.</Trans>
          </p>
        )}
        <ol className="grid gap-4">
          {motions.map((motion) => (
            <li key={motion.id}>
              <Card>
                <h3 className="flex flex-wrap items-center gap-2">
                  {motion.text}
                  <Tag tone={motion.status === 'OPEN' ? 'success' : 'neutral'}>
                    {i18n._(motionTerms[motion.status])}
                  </Tag>
                </h3>
                <p className="text-soft">{i18n._(majorityTerms[motion.majority])}</p>
                <MotionResult of={motion} nameOf={nameOf} />
                {actionsOf(motion.id, motion.status)}
              </Card>
            </li>
          ))}
        </ol>
      </section>
      <section className="grid gap-3">
        <h2>
          <Trans>İştirak edənlər</Trans>
        </h2>
        {voices.length === 0 && (
          <p className="text-soft">
            <Trans>Hələ heç kim qeyd olunmayıb.</Trans>
          </p>
        )}
        <ul className="grid gap-1">
          {voices.map(({ mandateId, heldBy }) => {
            const holder = nameOf(heldBy);
            return (
              <li key={mandateId}>
                {nameOf(mandateId)}
                {heldBy !== mandateId && (
                  <span className="text-soft">
                    {' '}
                    · <Trans>səsi vəkalətlə: {holder}</Trans>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {minutes.length > 0 && (
        <section className="grid gap-3">
          <h2>
            <Trans>Protokol</Trans>
          </h2>
          {minutes.map(({ version, text, publishedAt }, index) => {
            const [number, day] = [formatNumber(version), formatMoment(publishedAt)];
            const words = <p className="max-w-prose whitespace-pre-line">{text}</p>;
            if (index === 0) return <div key={version}>{words}</div>;
            return (
              <Disclosure
                key={version}
                label={
                  <Trans>
                    Əvvəlki mətn {number}, {day}
                  </Trans>
                }
              >
                {words}
              </Disclosure>
            );
          })}
        </section>
      )}
    </>
  );
}
