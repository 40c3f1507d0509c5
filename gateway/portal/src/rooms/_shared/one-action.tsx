import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../data/action.js';
import { Button } from '../../design/base/button.js';
import { Disclosure } from '../../design/base/disclosure.js';
import { Field } from '../../design/form/field.js';
import { Form, ProblemSummary } from '../../design/form/form.js';

type Change = TypedDocumentNode<unknown, { id: string }>;
type Word = TypedDocumentNode<unknown, { id: string; text: string }>;

/** Something that is done by one press. */
export function OneAction(props: {
  readonly id: string;
  readonly document: Change;
  readonly children: ReactNode;
  readonly onDone: () => void;
}) {
  const [act, state] = useAction(props.document);
  return (
    <div className="grid gap-2">
      <ProblemSummary state={state} />
      <Button
        variant="secondary"
        isPending={state.running}
        onPress={() => void act({ id: props.id }).then((done) => done !== null && props.onDone())}
      >
        {props.children}
      </Button>
    </div>
  );
}

/** Something that is said in a text. */
export function WordForm(props: {
  readonly id: string;
  readonly document: Word;
  readonly label: ReactNode;
  readonly submit: ReactNode;
  readonly onDone: () => void;
}) {
  const [say, state] = useAction(props.document);
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await say({ id: props.id, text })) === null) return;
    setText('');
    props.onDone();
  };
  return (
    <Disclosure label={props.label}>
      <Form submit={props.submit} state={state} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Mətn</Trans>}
          name="text"
          lines={4}
          maxLength={4000}
          value={text}
          onChange={setText}
          isRequired
        />
      </Form>
    </Disclosure>
  );
}
