import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import type { Trouble } from '../../../generated/codes.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { troubleTerms } from '../../_shared/cases/case-terms.js';

const RaiseSupportCase = graphql(`
  mutation RaiseSupportCase($input: RaiseSupportCaseInput!) @purpose(is: "none") {
    raiseSupportCase(input: $input) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const troubles = Object.keys(troubleTerms) as readonly Trouble[];

/** What troubles the person, for their association to read. */
export function RaiseCase({ codes, onRaised }: { readonly codes: readonly string[]; readonly onRaised: () => void }) {
  const { t, i18n } = useLingui();
  const [raise, state] = useAction(RaiseSupportCase);
  const [trouble, setTrouble] = useState<Trouble>('RESIDENCE');
  const [countryCode, setCountry] = useState('');
  const [text, setText] = useState('');
  const [isGrave, setGrave] = useState(false);
  const submit = async () => {
    if ((await raise({ input: { trouble, countryCode, text, isGrave } })) === null) return;
    setText('');
    onRaised();
  };
  return (
    <Form submit={<Trans>Birliyə göndər</Trans>} state={state} onSubmit={() => void submit()}>
      <Select
        label={<Trans>Məsələ nədir?</Trans>}
        value={trouble}
        onChange={setTrouble}
        options={troubles.map((value) => ({ value, text: i18n._(troubleTerms[value]) }))}
      />
      <Select
        label={<Trans>Hansı ölkədə?</Trans>}
        value={countryCode}
        onChange={setCountry}
        options={[
          { value: '', text: t`Ölkə seçin` },
          ...codes
            .map((code) => ({ value: code, text: formatCountry(code) }))
            .toSorted((one, other) => compareText(one.text, other.text)),
        ]}
      />
      <Field
        label={<Trans>Nə baş verib?</Trans>}
        hint={<Trans>Bunu yalnız müraciətlə məşğul olanlar oxuyur</Trans>}
        name="text"
        lines={6}
        maxLength={4000}
        value={text}
        onChange={setText}
        isRequired
      />
      <Checkbox isSelected={isGrave} onChange={setGrave}>
        <Trans>Məsələ ağırdır və gözləyə bilməz</Trans>
      </Checkbox>
    </Form>
  );
}
