import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Field } from '../../../design/form/field.js';

/** A text for people in an emergency, as it is written. */
interface WrittenText {
  readonly az: string;
  readonly en: string;
  readonly ru: string;
  readonly tr: string;
}

export const noText: WrittenText = { az: '', en: '', ru: '', tr: '' };

/** A text as it is sent: a language that nobody wrote is left out. */
export function writtenText({ az, ...others }: WrittenText) {
  const written = Object.entries(others).filter(([, text]) => text.trim() !== '');
  return { az: az.trim(), ...Object.fromEntries(written) };
}

interface TextFieldsProps {
  readonly legend: ReactNode;
  readonly name: string;
  readonly value: WrittenText;
  readonly onChange: (value: WrittenText) => void;
}

/** A text in Azerbaijani, and in the other languages for those who do not read it. */
export function TextFields({ legend, name, value, onChange }: TextFieldsProps) {
  return (
    <div className="grid gap-3">
      <Field
        label={legend}
        hint={<Trans>Azərbaycanca, qısa</Trans>}
        name={`${name}-az`}
        isRequired
        lines={2}
        maxLength={500}
        value={value.az}
        onChange={(az) => onChange({ ...value, az })}
      />
      <Disclosure label={<Trans>Başqa dillərdə</Trans>}>
        <Field
          label={<Trans>İngiliscə</Trans>}
          name={`${name}-en`}
          lines={2}
          maxLength={500}
          value={value.en}
          onChange={(en) => onChange({ ...value, en })}
        />
        <Field
          label={<Trans>Rusca</Trans>}
          name={`${name}-ru`}
          lines={2}
          maxLength={500}
          value={value.ru}
          onChange={(ru) => onChange({ ...value, ru })}
        />
        <Field
          label={<Trans>Türkcə</Trans>}
          name={`${name}-tr`}
          lines={2}
          maxLength={500}
          value={value.tr}
          onChange={(tr) => onChange({ ...value, tr })}
        />
      </Disclosure>
    </div>
  );
}
