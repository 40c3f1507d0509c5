import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import type { GovernanceMeetingStatus } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { OneAction } from '../../_shared/one-action.js';

const OpenMeeting = graphql(`
  mutation OpenGovernanceMeeting($id: ID!) @purpose(is: "none") {
    openGovernanceMeeting(meetingId: $id) {
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

const CloseMeeting = graphql(`
  mutation CloseGovernanceMeeting($id: ID!) @purpose(is: "none") {
    closeGovernanceMeeting(meetingId: $id) {
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

const CancelMeeting = graphql(`
  mutation CancelGovernanceMeeting($id: ID!) @purpose(is: "none") {
    cancelGovernanceMeeting(meetingId: $id) {
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

const PublishMinutes = graphql(`
  mutation PublishGovernanceMinutes($input: GovernanceMinutesInput!) @purpose(is: "none") {
    publishGovernanceMinutes(input: $input) {
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

interface KeepMeetingProps {
  readonly id: string;
  readonly status: GovernanceMeetingStatus;
  readonly onDone: () => void;
}

/** Opens a meeting, closes it, or calls it off. */
export function KeepMeeting({ id, status, onDone }: KeepMeetingProps) {
  if (status === 'OPEN') {
    return (
      <div>
        <ConfirmedAction
          label={<Trans>İclası bağla</Trans>}
          title={<Trans>İclas bağlansın?</Trans>}
          document={CloseMeeting}
          variables={{ id }}
          cancel={<Trans>Qalsın</Trans>}
          onDone={onDone}
        >
          <Trans>Bağlanan iclas yenidən açılmır. Bundan sonra protokol yazılır.</Trans>
        </ConfirmedAction>
      </div>
    );
  }
  if (status !== 'PLANNED') return null;
  return (
    <div className="flex flex-wrap gap-3">
      <OneAction id={id} document={OpenMeeting} onDone={onDone}>
        <Trans>İclası aç</Trans>
      </OneAction>
      <ConfirmedAction
        label={<Trans>İclası ləğv et</Trans>}
        title={<Trans>İclas ləğv edilsin?</Trans>}
        document={CancelMeeting}
        variables={{ id }}
        cancel={<Trans>Qalsın</Trans>}
        onDone={onDone}
      >
        <Trans>Ləğv edilən iclas bərpa olunmur; yenisi çağırıla bilər.</Trans>
      </ConfirmedAction>
    </div>
  );
}

/** Writes the minutes of a meeting that is over, or a corrected version. */
export function WriteMinutes({ meetingId, onDone }: { readonly meetingId: string; readonly onDone: () => void }) {
  const [publish, state] = useAction(PublishMinutes);
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await publish({ input: { meetingId, text } })) === null) return;
    setText('');
    onDone();
  };
  return (
    <Disclosure label={<Trans>Protokolu yaz və ya düzəlt</Trans>}>
      <Form submit={<Trans>Protokolu dərc et</Trans>} state={state} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Protokolun mətni</Trans>}
          hint={<Trans>Əvvəlki mətnlər də qalır və oxunur.</Trans>}
          name="text"
          lines={8}
          maxLength={20_000}
          value={text}
          onChange={setText}
          isRequired
        />
      </Form>
    </Disclosure>
  );
}
