import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Field } from '../../../design/form/field.js';
import { Select } from '../../../design/form/select.js';
import { type Language, languageNames, languages } from '../../../language/languages.js';
import { type Letter, writtenIn } from './letter-text.js';

interface LetterFieldsProps {
  readonly letter: Letter;
  readonly onChange: (letter: Letter) => void;
}

/** What a letter says, a language at a time; the list says in which there is something already. */
export function LetterFields({ letter, onChange }: LetterFieldsProps) {
  const { t } = useLingui();
  const [language, setLanguage] = useState<Language>(writtenIn(letter)[0] ?? 'az');
  const draft = letter[language] ?? { subject: '', body: '' };
  const written = writtenIn(letter);
  const nameOf = (one: Language) => {
    const name = languageNames[one];
    return written.includes(one) ? t`${name} (yazılıb)` : name;
  };
  return (
    <>
      <Select
        label={<Trans>Dil</Trans>}
        hint={<Trans>Hər kəs öz dilində oxuyur. Yazmadığınız dildə oxuyan birinci yazdığınızı görür.</Trans>}
        value={language}
        onChange={setLanguage}
        options={languages.map((one) => ({ value: one, text: nameOf(one) }))}
      />
      <Field
        label={<Trans>Mövzu</Trans>}
        name="subject"
        value={draft.subject}
        onChange={(subject) => onChange({ ...letter, [language]: { ...draft, subject } })}
        maxLength={200}
        isRequired
      />
      <Field
        label={<Trans>Məktub</Trans>}
        name="body"
        value={draft.body}
        onChange={(body) => onChange({ ...letter, [language]: { ...draft, body } })}
        lines={7}
        maxLength={4000}
        isRequired
      />
    </>
  );
}
