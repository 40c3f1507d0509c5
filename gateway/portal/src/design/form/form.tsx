import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ActionState } from '../../data/action.js';
import { Button } from '../base/button.js';
import { CopyText } from '../base/copy-text.js';

interface FormProps {
  /** The word on the button that sends it. */
  readonly submit: ReactNode;
  readonly state: ActionState;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** A second way on, such as to leave. */
  readonly aside?: ReactNode;
}

/** A form: its fields, what was wrong with it, which takes the focus, and one button. What was written stays. */
export function Form({ submit, state, onSubmit, children, aside }: FormProps) {
  return (
    <form
      noValidate
      className="grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.running) onSubmit();
      }}
    >
      <ProblemSummary state={state} />
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={state.running}>
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}

/** Why an action did nothing. It takes the focus when it appears, so that nobody has to look for it. */
export function ProblemSummary({ state }: { state: ActionState }) {
  const box = useRef<HTMLDivElement>(null);
  const { problem, requestId } = state;
  useEffect(() => {
    if (problem !== null) box.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="grid gap-2 rounded-lg border-2 border-danger p-4">
      <p className="font-semibold text-danger">
        {problem.message === '' ? (
          <Trans>Birlik hazırda cavab vermir. Bir azdan yenidən cəhd edin.</Trans>
        ) : (
          problem.message
        )}
      </p>
      {requestId !== '' && <CopyText label={<Trans>Sorğunun nömrəsi</Trans>} text={requestId} />}
    </div>
  );
}
