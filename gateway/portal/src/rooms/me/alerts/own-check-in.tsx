import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Field } from '../../../design/form/field.js';
import { ProblemSummary } from '../../../design/form/form.js';
import type { CheckInState } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const OwnCheckIn_emergency = graphql(`
  fragment OwnCheckIn_emergency on EmergencyNews {
    id
    code
    event
    isDrill
    alerts {
      id
      text
      sentAt
    }
    ownCheckIn {
      state
      place
      changedAt
      answeredAt
    }
  }
`);

const CheckIn = graphql(`
  mutation CheckIn($input: CheckInInput!) @purpose(is: "none") {
    checkIn(input: $input) {
      ... on CheckInReceipt {
        state
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OwnCheckInProps {
  readonly emergency: FragmentType<typeof OwnCheckIn_emergency>;
  readonly onChanged: () => void;
}

/** An emergency where the person may be: what they were told, and how they say how they are. */
export function OwnCheckIn({ onChanged, ...props }: OwnCheckInProps) {
  const emergency = readFragment(OwnCheckIn_emergency, props.emergency);
  const { code, event, isDrill, alerts, ownCheckIn: own } = emergency;
  const [checkIn, state] = useAction(CheckIn);
  const [place, setPlace] = useState(own?.place ?? '');
  const say = async (how: CheckInState) => {
    const input = { code: code ?? '', reportId: crypto.randomUUID(), state: how, place: place.trim() || null };
    if ((await checkIn({ input })) !== null) onChanged();
  };
  const moment = own == null ? '' : formatMoment(own.changedAt, { time: true });
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <h3>{event}</h3>
        {isDrill ? (
          <Tag tone="info">
            <Trans>təlim</Trans>
          </Tag>
        ) : (
          <Tag tone="danger">
            <Trans>fövqəladə hal</Trans>
          </Tag>
        )}
      </div>
      {alerts.map((alert) => (
        <p key={alert.id} className="whitespace-pre-line">
          {alert.text} <span className="text-sm text-soft">{formatMoment(alert.sentAt, { time: true })}</span>
        </p>
      ))}
      <p role="status">
        {own == null ? (
          <Trans>Hələ özünüz haqqında xəbər verməmisiniz.</Trans>
        ) : own.state === 'SAFE' ? (
          <Trans>Təhlükəsizdə olduğunuzu bildirmisiniz: {moment}</Trans>
        ) : own.answeredAt == null ? (
          <Trans>Kömək istəmisiniz: {moment}. Növbətçi görür.</Trans>
        ) : (
          <Trans>Kömək istəmisiniz: {moment}. Növbətçi cavab verib.</Trans>
        )}
      </p>
      <ProblemSummary state={state} />
      <Field
        label={<Trans>Yer və nə lazımdır</Trans>}
        hint={<Trans>Yazmaq məcburi deyil; fövqəladə hal bağlananda silinir</Trans>}
        name={`place-${emergency.id}`}
        lines={2}
        maxLength={500}
        value={place}
        onChange={setPlace}
      />
      <div className="flex flex-wrap gap-3">
        <Button isPending={state.running} onPress={() => void say('SAFE')}>
          <Trans>Təhlükəsizdəyəm</Trans>
        </Button>
        <Button variant="secondary" isPending={state.running} onPress={() => void say('NEED_HELP')}>
          <Trans>Mənə kömək lazımdır</Trans>
        </Button>
      </div>
      <p>
        <Link to={`/check-in/${code ?? ''}`}>
          <Trans>Dost haqqında bildir və ya keçidi paylaş</Trans>
        </Link>
      </p>
    </Card>
  );
}
