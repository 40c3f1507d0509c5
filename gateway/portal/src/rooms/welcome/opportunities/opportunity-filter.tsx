import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry } from '../../../language/format.js';

const OpportunityFilter_organization = graphql(`
  fragment OpportunityFilter_organization on Organization {
    id
    name
    country {
      code
    }
  }
`);

interface OpportunityFilterProps {
  /** Those that offer opportunities. */
  readonly organizations: readonly FragmentType<typeof OpportunityFilter_organization>[];
  readonly search: Readonly<Record<string, string>>;
}

/** What, when, where and with whom; the list follows each choice at once, and words when they are sent. */
export function OpportunityFilter(props: OpportunityFilterProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const organizations = readFragment(OpportunityFilter_organization, props.organizations);
  const { country = '', organization = '', text = '', from = '', to = '', ended = '' } = props.search;
  const [words, setWords] = useState(text);
  const codes = [...new Set(organizations.flatMap((each) => each.country?.code ?? []))];
  const choose = (choice: Record<string, string>) => {
    const all = { country, organization, text: words.trim(), from, to, ended, ...choice };
    void navigate({
      to: '/opportunities',
      search: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    });
  };
  return (
    <form
      role="search"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        choose({});
      }}
    >
      <div className="flex items-end gap-3">
        <div className="min-w-0 grow">
          <Field
            label={t`Nə axtarırsınız?`}
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
      <div className="grid gap-4 sm:grid-cols-3">
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
          label={t`Təşkilat`}
          value={organization}
          onChange={(value) => choose({ organization: value })}
          options={[
            { value: '', text: t`Bütün təşkilatlar` },
            ...organizations
              .map(({ id, name }) => ({ value: id, text: name ?? '' }))
              .toSorted((one, other) => compareText(one.text, other.text)),
          ]}
        />
        <Select
          label={t`Müraciət`}
          value={ended}
          onChange={(value) => choose({ ended: value })}
          options={[
            { value: '', text: t`Qəbul olunur` },
            { value: 'true', text: t`Bitib` },
          ]}
        />
      </div>
      <details open={from !== '' || to !== ''}>
        <summary className="flex min-h-target w-fit cursor-pointer items-center text-accent underline underline-offset-4">
          <Trans>Günlər üzrə seç</Trans>
        </summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          <DateField
            label={t`Bu gündən`}
            value={from}
            onChange={(value) => value !== from && choose({ from: value })}
          />
          <DateField label={t`Bu günədək`} value={to} onChange={(value) => value !== to && choose({ to: value })} />
        </div>
      </details>
    </form>
  );
}
