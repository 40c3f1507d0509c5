import { type ReactNode, useId } from 'react';
import { inputLook } from './field.js';

interface SelectProps<Value extends string> {
  readonly label: ReactNode;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly hint?: ReactNode;
}

/** One of a few: the browser's own list, which each phone shows in the way that its owner knows. */
export function Select<Value extends string>({ label, value, onChange, options, hint }: SelectProps<Value>) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </span>
      )}
      <select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        className={inputLook}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
