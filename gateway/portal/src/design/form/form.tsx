import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ActionState } from '../../data/action.js';
import { signIn } from '../../data/session.js';
import { currentLanguage } from '../../language/language.js';
import { Button } from '../base/button.js';
import { CopyText } from '../base/copy-text.js';
import { Notice } from '../states/notice.js';

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

/**
 * Why an action did nothing. It takes the focus when it appears, so that nobody has to look for it. When it only wants a fresh sign-in,
 * the way there, which comes back to this page.
 */
export function ProblemSummary({ state }: { state: ActionState }) {
  const box = useRef<HTMLDivElement>(null);
  const { problem, requestId } = state;
  useEffect(() => {
    if (problem !== null) box.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  if (problem.code === 'FRESH_SIGN_IN_REQUIRED') {
    return (
      <Notice tone="warning" role="alert" title={<Trans>Bunun üçün yenidən daxil olun</Trans>}>
        <p>
          <Trans>Belə addım bir neçə dəqiqəlik girişlə atılır. Sonra bu səhifəyə qayıdırsınız.</Trans>
        </p>
        <Button onPress={() => void signIn(currentLanguage(), 'fresh')}>
          <Trans>Yenidən daxil ol</Trans>
        </Button>
      </Notice>
    );
  }
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
