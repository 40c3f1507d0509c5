import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Card } from '../../../design/base/card.js';
import { Select } from '../../../design/form/select.js';
import { type Language, languageNames, languages } from '../../../language/languages.js';
import { useViewer } from '../../../viewer/viewer.js';
import { type Letter, readIn, writtenIn } from './letter-text.js';

/** A letter as it is read in each language. */
export function LetterPreview({ letter }: { readonly letter: Letter }) {
  const viewer = useViewer();
  const [language, setLanguage] = useState<Language>(writtenIn(letter)[0] ?? 'az');
  const read = readIn(letter, language);
  return (
    <>
      <Select
        label={<Trans>Hansı dildə oxuyan nə görəcək</Trans>}
        value={language}
        onChange={setLanguage}
        options={languages.map((one) => ({ value: one, text: languageNames[one] }))}
      />
      <Card>
        <p className="font-semibold">{read?.subject}</p>
        {viewer.kind === 'staff' && <p className="text-sm text-soft">{viewer.organization.name}</p>}
        <p className="whitespace-pre-line">{read?.body}</p>
      </Card>
    </>
  );
}
