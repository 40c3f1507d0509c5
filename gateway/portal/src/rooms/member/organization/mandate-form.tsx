import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import type { GrantCategory, OrganizationKind } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';

const MandateForm_choices = graphql(`
  fragment MandateForm_choices on Query {
    organizations(first: 100) {
      nodes {
        id
        name
        kind
      }
    }
    purposes {
      code
      name
      opens
    }
  }
`);

const GiveMandate = graphql(`
  mutation GiveMandate($input: GiveMandateInput!) @purpose(is: "none") {
    giveMandate(input: $input) {
      ... on Mandate {
        id
        ...MandateList_mandate
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Kinds of organisations that act for others. */
const umbrellas: ReadonlySet<OrganizationKind> = new Set(['UNION', 'PLATFORM', 'CENTER', 'AGENCY']);

interface MandateFormProps {
  /** For whom the officer acts: it gives nothing to itself. */
  readonly organization: string;
  readonly choices: FragmentType<typeof MandateForm_choices>;
  readonly onGiven: () => void;
}

/** Lets an umbrella read one category of the organisation's own people, for one purpose and until a day. */
export function MandateForm({ organization, choices, onGiven }: MandateFormProps) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const known = readFragment(MandateForm_choices, choices);
  const [chosen, setChosen] = useState<{ holder?: string; purpose?: string; category?: GrantCategory }>({});
  const [until, setUntil] = useState('');
  const [isTried, setTried] = useState(false);
  const [isGiven, setGiven] = useState(false);
  const [give, state] = useAction(GiveMandate);
  const holders = (known.organizations?.nodes ?? [])
    .filter(({ id, kind }) => kind != null && umbrellas.has(kind) && id !== organization)
    .toSorted((one, other) => compareText(one.name ?? '', other.name ?? ''));
  const purposes = (known.purposes ?? []).filter(({ opens }) => opens.length > 0);
  const holderId = chosen.holder ?? holders[0]?.id;
  const purpose = purposes.find(({ code }) => code === chosen.purpose) ?? purposes[0];
  const category = purpose?.opens.find((one) => one === chosen.category) ?? purpose?.opens[0];
  if (holderId === undefined || purpose === undefined || category === undefined) return null;
  const submit = async () => {
    setTried(true);
    setGiven(false);
    if (until === '') return;
    const input = { holderId, purpose: purpose.code, category, endsAt: `${until}T00:00:00.000Z` };
    if ((await give({ input })) === null) return;
    setGiven(true);
    onGiven();
  };
  return (
    <Form submit={<Trans>Səlahiyyət ver</Trans>} state={state} onSubmit={() => void submit()}>
      {isGiven && <Notice tone="success" role="status" title={<Trans>Səlahiyyət verildi.</Trans>} />}
      <Select
        label={<Trans>Kimə</Trans>}
        value={holderId}
        onChange={(holder) => setChosen({ ...chosen, holder })}
        options={holders.map(({ id, name }) => ({ value: id, text: name ?? '' }))}
      />
      <Select
        label={<Trans>Nə üçün</Trans>}
        value={purpose.code}
        onChange={(code) => setChosen({ ...chosen, purpose: code })}
        options={purposes.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <Select
        label={<Trans>Nəyi oxuya bilər</Trans>}
        value={category}
        onChange={(value) => setChosen({ ...chosen, category: value })}
        options={purpose.opens.map((value) => ({ value, text: i18n._(categoryTerms[value]) }))}
      />
      <DateField
        label={<Trans>Hansı günədək</Trans>}
        value={until}
        onChange={setUntil}
        error={isTried && until === '' && t`Gün, ay və il yazın.`}
      />
    </Form>
  );
}
