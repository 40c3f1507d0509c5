import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { countryNames } from '../../../language/countries.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { FactsCard } from './facts-card.js';
import { SavedWord } from './saved-word.js';

const HomeCardContact = graphql(`
  fragment HomeCard_contact on Contact {
    phone
    city
    country {
      code
    }
  }
`);

const ChangeContact = graphql(`
  mutation ChangeContact($input: ChangeContactInput!) @purpose(is: "none") {
    changeContact(input: $input) {
      ... on OwnFactsChange {
        changedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** How to call the person, and where they live. */
export function HomeCard(props: { contact: FragmentType<typeof HomeCardContact>; onChanged: () => void }) {
  const { t } = useLingui();
  const contact = readFragment(HomeCardContact, props.contact);
  const [change, state] = useAction(ChangeContact);
  const [written, setWritten] = useState({
    phone: contact.phone ?? '',
    city: contact.city ?? '',
    countryCode: contact.country?.code ?? '',
  });
  const [isSaved, setSaved] = useState(false);
  const write = (part: Partial<typeof written>) => {
    setWritten({ ...written, ...part });
    setSaved(false);
  };
  const submit = async () => {
    setSaved(false);
    const said = Object.entries(written).map(
      ([key, value]) => [key, value.trim() === '' ? null : value.trim()] as const,
    );
    if ((await change({ input: Object.fromEntries(said) })) === null) return;
    setSaved(true);
    props.onChanged();
  };
  const countries = Object.keys(countryNames)
    .map((code) => ({ value: code, text: formatCountry(code) }))
    .toSorted((one, other) => compareText(one.text, other.text));
  return (
    <FactsCard
      id="phone"
      title={<Trans>Telefon və yaşayış yeri</Trans>}
      about={<Trans>Yalnız əlaqənizi görməyə icazə verdiyiniz təşkilatlar görür.</Trans>}
    >
      <Form
        submit={<Trans>Yadda saxla</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={<SavedWord isSaved={isSaved} />}
      >
        <Field
          label={<Trans>Telefon</Trans>}
          hint={<Trans>Məsələn, 050 123 45 67; xaricdədirsə, ölkə kodu ilə.</Trans>}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={50}
          value={written.phone}
          onChange={(phone) => write({ phone })}
        />
        <Field
          label={<Trans>Şəhər və ya rayon</Trans>}
          name="city"
          autoComplete="address-level2"
          maxLength={200}
          value={written.city}
          onChange={(city) => write({ city })}
        />
        <Select
          label={<Trans>Ölkə</Trans>}
          value={written.countryCode}
          onChange={(countryCode) => write({ countryCode })}
          options={[{ value: '', text: t`Demirəm` }, ...countries]}
        />
      </Form>
    </FactsCard>
  );
}
