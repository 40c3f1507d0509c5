import type { ReactNode } from 'react';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** Chosen or not, taken with the rest of a form or a selection. */
export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <label className="flex min-h-target cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        className="size-6 shrink-0 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
