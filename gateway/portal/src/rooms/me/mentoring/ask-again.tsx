import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { RequestMentorship } from './request-mentorship.js';

/** Asks somebody anew who was the person’s mentor before; whom else they could ask, nobody is shown. */
export function AskAgain({ mentorId, onAsked }: { mentorId: string; onAsked: () => void }) {
  const [ask, state] = useAction(RequestMentorship);
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const submit = async () => {
    const word = message.trim();
    if ((await ask({ input: { mentorId, message: word === '' ? null : word } })) !== null) onAsked();
  };
  if (!isOpen) {
    return (
      <div>
        <Button variant="secondary" onPress={() => setOpen(true)}>
          <Trans>Yenidən mentorluq xahiş et</Trans>
        </Button>
      </div>
    );
  }
  return (
    <Form
      submit={<Trans>Xahişi göndər</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={() => setOpen(false)}>
          <Trans>Ləğv et</Trans>
        </Button>
      }
    >
      <Field
        label={<Trans>Mentora bir söz (istəyə görə)</Trans>}
        name="message"
        lines={3}
        maxLength={1000}
        value={message}
        onChange={setMessage}
      />
    </Form>
  );
}
