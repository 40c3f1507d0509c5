import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Field } from '../../../design/form/field.js';
import type { FourLanguagesInput } from '../../../generated/graphql.js';

interface TextFieldsProps {
  readonly label: ReactNode;
  readonly value: FourLanguagesInput;
  readonly onChange: (value: FourLanguagesInput) => void;
  readonly lines?: number;
}

/** A text in Azerbaijani, and in other languages where somebody wrote it. */
export function TextFields({ label, value, onChange, lines = 2 }: TextFieldsProps) {
  const field = (language: keyof FourLanguagesInput, name: ReactNode) => (
    <Field
      label={name}
      name={language}
      lines={lines}
      maxLength={4000}
      value={value[language] ?? ''}
      onChange={(text) => onChange({ ...value, [language]: language !== 'az' && text === '' ? null : text })}
      isRequired={language === 'az'}
    />
  );
  return (
    <div className="grid gap-2">
      {field('az', label)}
      <Disclosure label={<Trans>Başqa dillərdə</Trans>}>
        {field('en', <Trans>İngiliscə</Trans>)}
        {field('ru', <Trans>Rusca</Trans>)}
        {field('tr', <Trans>Türkcə</Trans>)}
      </Disclosure>
    </div>
  );
}
