import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { GovernanceMeetingStatus } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { compareText } from '../../../language/format.js';
import { OneAction } from '../../_shared/one-action.js';

const AttendMeeting = graphql(`
  mutation AttendGovernanceMeeting($id: ID!) @purpose(is: "none") {
    attendGovernanceMeeting(meetingId: $id) {
      ... on GovernanceMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const TakeBackProxy = graphql(`
  mutation TakeBackGovernanceProxy($id: ID!) @purpose(is: "none") {
    takeBackGovernanceProxy(meetingId: $id) {
      ... on GovernanceMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const GiveProxy = graphql(`
  mutation GiveGovernanceProxy($id: ID!, $holderId: ID!) @purpose(is: "none") {
    giveGovernanceProxy(meetingId: $id, holderId: $holderId) {
      ... on GovernanceMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface AttendanceProps {
  readonly id: string;
  readonly status: GovernanceMeetingStatus;
  /** Whether the reader is noted as present. */
  readonly isThere: boolean;
  /** The mandate that speaks for the reader; null if none does. */
  readonly holder: string | null;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly nameOf: (mandateId: string) => string;
  readonly onDone: () => void;
}

/** Says that one is at a meeting, or who speaks for one who is not. */
export function Attendance({ id, status, isThere, holder, others, nameOf, onDone }: AttendanceProps) {
  if (status !== 'OPEN' && status !== 'PLANNED') return null;
  if (isThere) {
    return (
      <p className="text-soft" role="status">
        <Trans>İclasda olduğunuz qeyd edilib.</Trans>
      </p>
    );
  }
  const speaker = holder === null ? null : nameOf(holder);
  return (
    <div className="grid gap-3">
      {speaker !== null && (
        <p role="status">
          <Trans>Sizin yerinizə səs verir: {speaker}</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {status === 'OPEN' && (
          <OneAction id={id} document={AttendMeeting} onDone={onDone}>
            <Trans>İclasdayam</Trans>
          </OneAction>
        )}
        {holder !== null && (
          <OneAction id={id} document={TakeBackProxy} onDone={onDone}>
            <Trans>Vəkaləti geri götür</Trans>
          </OneAction>
        )}
      </div>
      {holder === null && <ProxyForm id={id} others={others} onDone={onDone} />}
    </div>
  );
}

function ProxyForm({ id, others, onDone }: Pick<AttendanceProps, 'id' | 'others' | 'onDone'>) {
  const { t } = useLingui();
  const [give, state] = useAction(GiveProxy);
  const [holderId, setHolder] = useState('');
  const submit = async () => {
    if (holderId === '') return;
    if ((await give({ id, holderId })) !== null) onDone();
  };
  return (
    <Disclosure label={<Trans>Səsimi başqasına ver</Trans>}>
      <Form submit={<Trans>Vəkalət ver</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Kim sizin yerinizə səs versin?</Trans>}
          hint={<Trans>Özünüz gəlsəniz, vəkalət bitir.</Trans>}
          value={holderId}
          onChange={setHolder}
          options={[
            { value: '', text: t`Şəxsi seçin` },
            ...others
              .map((one) => ({ value: one.id, text: one.name }))
              .toSorted((one, other) => compareText(one.text, other.text)),
          ]}
        />
      </Form>
    </Disclosure>
  );
}
