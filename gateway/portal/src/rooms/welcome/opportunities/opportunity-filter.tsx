import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
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

/** Where and with whom; the list follows each choice at once. */
export function OpportunityFilter(props: OpportunityFilterProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const organizations = readFragment(OpportunityFilter_organization, props.organizations);
  const { country = '', organization = '' } = props.search;
  const codes = [...new Set(organizations.flatMap((each) => each.country?.code ?? []))];
  const choose = (choice: Record<string, string>) => {
    const chosen = Object.entries({ country, organization, ...choice }).filter(([, value]) => value !== '');
    void navigate({ to: '/opportunities', search: Object.fromEntries(chosen) });
  };
  return (
    <form className="grid gap-4 sm:grid-cols-2" onSubmit={(event) => event.preventDefault()}>
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
    </form>
  );
}
