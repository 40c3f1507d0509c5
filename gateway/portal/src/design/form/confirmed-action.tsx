import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../data/action.js';
import { Button } from '../base/button.js';
import { Dialog } from '../base/dialog.js';
import { ProblemSummary } from './form.js';

interface ConfirmedActionProps<Data, Variables extends AnyVariables> {
  readonly label: ReactNode;
  readonly title: ReactNode;
  /** What follows, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** The word for leaving it. */
  readonly cancel: ReactNode;
  readonly onDone: () => void;
}

/** Something that nobody can simply take back: it is said what follows before it is done. */
export function ConfirmedAction<Data, Variables extends AnyVariables>(props: ConfirmedActionProps<Data, Variables>) {
  const [act, state, clear] = useAction(props.document);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    clear();
    setOpen(true);
  };
  const confirm = async () => {
    if ((await act(props.variables)) === null) return;
    setOpen(false);
    props.onDone();
  };
  return (
    <>
      <Button variant="danger" onPress={open}>
        {props.label}
      </Button>
      <Dialog title={props.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ProblemSummary state={state} />
        <p>{props.children}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" onPress={() => void confirm()} isPending={state.running}>
            {props.label}
          </Button>
          <Button variant="quiet" onPress={() => setOpen(false)}>
            {props.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
