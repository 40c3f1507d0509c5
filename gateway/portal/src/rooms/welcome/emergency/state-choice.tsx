import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CheckInState } from '../../../generated/codes.js';

interface StateChoiceProps {
  readonly value: CheckInState;
  readonly onChange: (value: CheckInState) => void;
}

/** Safe, or in need of help: two big targets. */
export function StateChoice({ value, onChange }: StateChoiceProps) {
  const words: Readonly<Record<CheckInState, ReactNode>> = {
    SAFE: <Trans>Təhlükəsizdədir</Trans>,
    NEED_HELP: <Trans>Kömək lazımdır</Trans>,
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">
        <Trans>Vəziyyət</Trans>
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['SAFE', 'NEED_HELP'] as const).map((state) => (
          <label
            key={state}
            className="flex min-h-target items-center gap-3 rounded-lg border-2 border-line-strong bg-raised px-4 py-3 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="state"
              className="size-5 accent-accent"
              checked={value === state}
              onChange={() => onChange(state)}
            />
            <span className="font-semibold">{words[state]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
