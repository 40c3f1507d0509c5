import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Select } from '../../../design/form/select.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { fieldTerms } from '../../../language/mentoring-terms.js';

interface DirectoryFilterProps {
  readonly search: Readonly<Record<string, string>>;
  /** The countries of the associations. */
  readonly codes: readonly string[];
}

/** Whom to look for; the list follows each choice at once, and words when they are sent. */
export function DirectoryFilter({ search, codes }: DirectoryFilterProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { text = '', country = '', field = '' } = search;
  const [words, setWords] = useState(text);
  const choose = (choice: Record<string, string>) => {
    const all = { text: words.trim(), country, field, ...choice };
    void navigate({
      to: '/directory',
      search: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      resetScroll: false,
    });
  };
  return (
    <form
      role="search"
      className="grid max-w-3xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        choose({});
      }}
    >
      <div className="flex items-end gap-3">
        <div className="min-w-0 grow">
          <Field
            label={t`Ad, universitet, şəhər və ya iş`}
            name="text"
            type="search"
            maxLength={200}
            value={words}
            onChange={setWords}
          />
        </div>
        <Button type="submit">
          <Trans>Axtar</Trans>
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t`Ölkə`}
          value={country}
          onChange={(value) => choose({ country: value })}
          options={[
            { value: '', text: t`Bütün ölkələr` },
            ...codes
              .map((code) => ({ value: code, text: formatCountry(code) }))
              .toSorted((one, other) => compareText(one.text, other.text)),
          ]}
        />
        <Select
          label={t`Sahə`}
          value={field}
          onChange={(value) => choose({ field: value })}
          options={[
            { value: '', text: t`hamısı` },
            ...Object.entries(fieldTerms)
              .toSorted(([one], [other]) => one.localeCompare(other))
              .map(([value, term]) => ({ value, text: i18n._(term) })),
          ]}
        />
      </div>
    </form>
  );
}
