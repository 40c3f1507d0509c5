import type { ReactNode } from 'react';
import { Checkbox } from '../../../design/form/checkbox.js';

interface ChoicesProps {
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of many; what is chosen stays in the order of the choosing. */
export function Choices({ legend, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{legend}</legend>
      <div
        className="grid max-h-72 auto-rows-max gap-y-2 overflow-y-auto rounded-lg border border-line p-2 sm:grid-cols-2"
        tabIndex={0}
      >
        {options.map(({ value, text }) => (
          <Checkbox
            key={value}
            isSelected={chosen.includes(value)}
            onChange={(isWanted) => onChange(isWanted ? [...chosen, value] : chosen.filter((other) => other !== value))}
          >
            {text}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
