import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { FactsCard } from './facts-card.js';
import { LanguageChoice } from './language-choice.js';
import { SavedWord } from './saved-word.js';

const DealingsCardContact = graphql(`
  fragment DealingsCard_contact on Contact {
    languages
    availability
    emergencyContact {
      name
      phone
    }
  }
`);

const ChangeOwnFacts = graphql(`
  mutation ChangeOwnFacts($input: ChangeOwnFactsInput!) @purpose(is: "none") {
    changeOwnFacts(input: $input) {
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

/** How to deal with the person: languages, time, and whom to call. */
export function DealingsCard(props: { contact: FragmentType<typeof DealingsCardContact>; onChanged: () => void }) {
  const contact = readFragment(DealingsCardContact, props.contact);
  const [change, state] = useAction(ChangeOwnFacts);
  const [languages, setLanguages] = useState<readonly string[]>(contact.languages);
  const [availability, setAvailability] = useState(contact.availability ?? '');
  const [called, setCalled] = useState({
    name: contact.emergencyContact?.name ?? '',
    phone: contact.emergencyContact?.phone ?? '',
  });
  const [isSaved, setSaved] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isNamed = called.name.trim() !== '';
  const isReachable = called.phone.trim() !== '';
  const submit = async () => {
    setChecked(true);
    setSaved(false);
    if (isNamed !== isReachable) return;
    const data = await change({
      input: {
        languages: [...languages],
        availability: availability.trim() === '' ? null : availability.trim(),
        emergencyContact: isNamed ? { name: called.name.trim(), phone: called.phone.trim() } : null,
      },
    });
    if (data === null) return;
    setSaved(true);
    props.onChanged();
  };
  return (
    <FactsCard
      id="dealings"
      title={<Trans>Dillər, boş vaxt, yaxın adam</Trans>}
      about={<Trans>Əlaqənizi görməyə icazə verdiyiniz təşkilatlar bunları da görür.</Trans>}
    >
      <Form
        submit={<Trans>Yadda saxla</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={<SavedWord isSaved={isSaved} />}
      >
        <LanguageChoice value={languages} onChange={setLanguages} />
        <Field
          label={<Trans>Nə vaxt boşsunuz?</Trans>}
          hint={<Trans>Öz sözlərinizlə, məsələn, “şənbə günləri, axşam 6-dan sonra”.</Trans>}
          name="availability"
          lines={2}
          value={availability}
          onChange={setAvailability}
        />
        <fieldset className="grid gap-4">
          <legend className="font-semibold">
            <Trans>Bir şey olsa, kimə zəng edək?</Trans>
          </legend>
          <Field
            label={<Trans>Adı</Trans>}
            name="emergency-name"
            value={called.name}
            onChange={(name) => setCalled({ ...called, name })}
            error={isChecked && isReachable && !isNamed && <Trans>Adı da yazın.</Trans>}
          />
          <Field
            label={<Trans>Telefonu</Trans>}
            name="emergency-phone"
            type="tel"
            inputMode="tel"
            value={called.phone}
            onChange={(phone) => setCalled({ ...called, phone })}
            error={isChecked && isNamed && !isReachable && <Trans>Telefonu da yazın.</Trans>}
          />
        </fieldset>
      </Form>
    </FactsCard>
  );
}
