import { useLingui } from '@lingui/react/macro';
import { forgetAnswers } from '../data/client.js';
import { changeLanguage, currentLanguage } from '../language/language.js';
import { type Language, languageNames, languages } from '../language/languages.js';

/** Changes the language of the portal, of dates and of what members have written in it. */
export async function speak(language: Language): Promise<void> {
  await changeLanguage(language);
  forgetAnswers();
}

/** The language of the portal, of dates and of what members have written in it. */
export function LanguageMenu() {
  const { t } = useLingui();
  return (
    <select
      aria-label={t`Dil`}
      value={currentLanguage()}
      onChange={(event) => void speak(event.target.value as Language)}
      className="min-h-target rounded-lg border border-line bg-raised px-2 text-sm text-ink"
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {languageNames[language]}
        </option>
      ))}
    </select>
  );
}
