import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Checkbox } from '../../../design/form/checkbox.js';
import { spokenLanguageTerms } from '../language-terms.js';

interface LanguageChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** The languages that most people here speak. */
const common: readonly string[] = ['az', 'ru', 'en', 'tr'];

/** The languages that a person speaks: the common ones and theirs in sight, the others behind a word. */
export function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  const { i18n } = useLingui();
  const [spokenBefore] = useState(value);
  const inSight = [...new Set([...common, ...spokenBefore])];
  const others = Object.keys(spokenLanguageTerms).filter((code) => !inSight.includes(code));
  const choice = (code: string) => {
    const term = spokenLanguageTerms[code];
    return (
      <Checkbox
        key={code}
        isSelected={value.includes(code)}
        onChange={(isSelected) => onChange(isSelected ? [...value, code] : value.filter((other) => other !== code))}
      >
        {term === undefined ? code : i18n._(term)}
      </Checkbox>
    );
  };
  return (
    <fieldset>
      <legend className="font-semibold">
        <Trans>Danışdığınız dillər</Trans>
      </legend>
      <div className="grid gap-x-4 sm:grid-cols-2">{inSight.map(choice)}</div>
      <details>
        <summary className="min-h-target cursor-pointer py-2 text-accent">
          <Trans>Başqa dillər</Trans>
        </summary>
        <div className="grid gap-x-4 sm:grid-cols-2">{others.map(choice)}</div>
      </details>
    </fieldset>
  );
}
