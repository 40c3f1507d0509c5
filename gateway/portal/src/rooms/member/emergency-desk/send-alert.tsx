import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Form } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { noText, TextFields, writtenText } from './text-fields.js';

const SendAlert_emergency = graphql(`
  fragment SendAlert_emergency on EmergencyAbroad {
    id
    isDrill
    alerts {
      id
      text
      sentAt
    }
  }
`);

const SendEmergencyAlert = graphql(`
  mutation SendEmergencyAlert($input: SendEmergencyAlertInput!) @purpose(is: "none") {
    sendEmergencyAlert(input: $input) {
      ... on EmergencyAlert {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface SendAlertProps {
  readonly emergency: FragmentType<typeof SendAlert_emergency>;
  readonly onSent: () => void;
}

/** What people were told, and a further alert. */
export function SendAlert({ onSent, ...props }: SendAlertProps) {
  const { id: emergencyId, isDrill, alerts } = readFragment(SendAlert_emergency, props.emergency);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(noText);
  const [send, state] = useAction(SendEmergencyAlert);
  const submit = async () => {
    if ((await send({ input: { emergencyId, text: writtenText(text) } })) === null) return;
    setText(noText);
    setOpen(false);
    onSent();
  };
  return (
    <section className="grid justify-items-start gap-3">
      <h2>
        <Trans>Xəbərdarlıqlar</Trans>
      </h2>
      {alerts.length === 0 && (
        <p>
          <Trans>Hələ heç kimə xəbərdarlıq göndərilməyib.</Trans>
        </p>
      )}
      <ul className="grid gap-2">
        {alerts.map((alert) => (
          <li key={alert.id} className="whitespace-pre-line">
            {alert.text} <span className="text-sm text-soft">{formatMoment(alert.sentAt, { time: true })}</span>
          </li>
        ))}
      </ul>
      <Button onPress={() => setOpen(true)}>
        <Trans>Xəbərdarlıq göndər</Trans>
      </Button>
      <Dialog title={<Trans>Xəbərdarlıq göndər</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form
          submit={<Trans>Göndər</Trans>}
          state={state}
          onSubmit={() => void submit()}
          aside={
            <Button variant="quiet" onPress={() => setOpen(false)}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <p className="text-soft">
            {isDrill ? (
              <Trans>Mətnin əvvəlində təlim olduğu yazılır. Aid olduğu hər kəs bir mesaj alır.</Trans>
            ) : (
              <Trans>Aid olduğu hər kəs bir mesaj alır.</Trans>
            )}
          </p>
          <TextFields legend={<Trans>Nə etməlidirlər?</Trans>} name="alert" value={text} onChange={setText} />
        </Form>
      </Dialog>
    </section>
  );
}
