import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Checkbox } from '../../../design/form/checkbox.js';
import { inOrder } from './mentoring-terms.js';

interface ChoicesProps {
  readonly legend: ReactNode;
  readonly terms: Readonly<Record<string, MessageDescriptor>>;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any of a few. */
export function Choices({ legend, terms, value, onChange }: ChoicesProps) {
  const { i18n } = useLingui();
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {inOrder(terms).map(([code, term]) => (
          <Checkbox
            key={code}
            isSelected={value.includes(code)}
            onChange={(isSelected) => onChange(isSelected ? [...value, code] : value.filter((other) => other !== code))}
          >
            {i18n._(term)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
