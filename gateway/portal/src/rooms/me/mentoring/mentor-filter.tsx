import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Select } from '../../../design/form/select.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { fieldTerms, goalTerms } from '../../../language/mentoring-terms.js';
import { spokenLanguageTerms } from '../language-terms.js';
import { formatTerms, inOrder } from './mentoring-terms.js';

interface MentorFilterProps {
  readonly search: Readonly<Record<string, string>>;
  /** The countries of the associations. */
  readonly codes: readonly string[];
}

/** What the mentor should help with; the cards follow each choice at once. */
export function MentorFilter({ search, codes }: MentorFilterProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { goal = '', field = '', language = '', format = '', country = '' } = search;
  const choose = (choice: Record<string, string>) => {
    const all = { goal, field, language, format, country, ...choice };
    void navigate({
      to: '/me/mentoring/find',
      search: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      resetScroll: false,
    });
  };
  const optionsOf = (terms: Readonly<Record<string, MessageDescriptor>>) => [
    { value: '', text: t`hamısı` },
    ...inOrder(terms).map(([value, term]) => ({ value, text: i18n._(term) })),
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t`Nədə kömək?`}
        value={goal}
        onChange={(value) => choose({ goal: value })}
        options={optionsOf(goalTerms)}
      />
      <Select
        label={t`Sahə`}
        value={field}
        onChange={(value) => choose({ field: value })}
        options={optionsOf(fieldTerms)}
      />
      <Select
        label={t`Mentorluğun dili`}
        value={language}
        onChange={(value) => choose({ language: value })}
        options={optionsOf(spokenLanguageTerms)}
      />
      <Select
        label={t`Nə qədər?`}
        value={format}
        onChange={(value) => choose({ format: value })}
        options={optionsOf(formatTerms)}
      />
      <Select
        label={t`Mentorun ölkəsi`}
        value={country}
        onChange={(value) => choose({ country: value })}
        options={[
          { value: '', text: t`hamısı` },
          ...codes
            .map((code) => ({ value: code, text: formatCountry(code) }))
            .toSorted((one, other) => compareText(one.text, other.text)),
        ]}
      />
    </div>
  );
}
