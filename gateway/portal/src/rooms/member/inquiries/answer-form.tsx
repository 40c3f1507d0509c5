import { useLingui } from '@lingui/react';
import type { MessageDescriptor } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ActionState } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';

interface AnswerFormProps<Outcome extends string> {
  readonly outcomes: Readonly<Record<Outcome, MessageDescriptor>>;
  readonly first: Outcome;
  readonly state: ActionState;
  readonly onSend: (outcome: Outcome, answer: string) => void;
}

/** What the organisation does and says to the person. It can be answered once. */
export function AnswerForm<Outcome extends string>({ outcomes, first, state, onSend }: AnswerFormProps<Outcome>) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState(first);
  const [answer, setAnswer] = useState('');
  if (!isOpen)
    return (
      <div>
        <Button variant="secondary" onPress={() => setOpen(true)}>
          <Trans>Cavab ver</Trans>
        </Button>
      </div>
    );
  return (
    <Form
      submit={<Trans>Cavabı göndər</Trans>}
      state={state}
      onSubmit={() => onSend(outcome, answer)}
      aside={
        <Button variant="quiet" onPress={() => setOpen(false)}>
          <Trans>Ləğv et</Trans>
        </Button>
      }
    >
      <Select
        label={<Trans>Nə etdiniz?</Trans>}
        value={outcome}
        onChange={setOutcome}
        options={(Object.keys(outcomes) as Outcome[]).map((value) => ({ value, text: i18n._(outcomes[value]) }))}
      />
      <Field
        label={<Trans>Şəxsə cavabınız</Trans>}
        hint={<Trans>Bir dəfə göndərilir və dəyişdirilmir.</Trans>}
        name="answer"
        value={answer}
        onChange={setAnswer}
        lines={4}
        maxLength={2000}
        isRequired
      />
    </Form>
  );
}
