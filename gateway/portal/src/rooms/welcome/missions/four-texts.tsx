import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Field } from '../../../design/form/field.js';

/** A text in all four languages. */
interface FourTexts {
  readonly az: string;
  readonly en: string;
  readonly ru: string;
  readonly tr: string;
}

export const noTexts: FourTexts = { az: '', en: '', ru: '', tr: '' };

interface FourTextFieldsProps {
  readonly legend: ReactNode;
  readonly name: string;
  readonly value: FourTexts;
  readonly onChange: (value: FourTexts) => void;
  readonly lines?: number;
  readonly maxLength: number;
}

/** The fields for a text in all four languages. */
export function FourTextFields({ legend, name, value, onChange, lines = 1, maxLength }: FourTextFieldsProps) {
  const languages = [
    ['az', <Trans key="az">Azərbaycanca</Trans>],
    ['en', <Trans key="en">İngiliscə</Trans>],
    ['ru', <Trans key="ru">Rusca</Trans>],
    ['tr', <Trans key="tr">Türkcə</Trans>],
  ] as const;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {languages.map(([language, label]) => (
        <Field
          key={language}
          label={label}
          name={`${name}-${language}`}
          lines={lines}
          maxLength={maxLength}
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}
