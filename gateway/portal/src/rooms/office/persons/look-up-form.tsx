import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { PersonLookupReason, PersonLookupWay } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import type { LookUpPersonMutation } from '../../../generated/graphql.js';
import { lookupReasonTerms, lookupWayTerms } from '../office-terms.js';

const LookUpPerson = graphql(`
  mutation LookUpPerson($input: LookUpPersonInput!) @purpose(is: "none") {
    lookUpPerson(input: $input) {
      ... on LinkedPerson {
        id
        values {
          field
          masked
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Whom the office found: their number and what their records say, masked. */
export type FoundPerson = Extract<LookUpPersonMutation['lookUpPerson'], { __typename: 'LinkedPerson' }>;

interface LookUpFormProps {
  /** What whoever is looked for came for; unset where the form asks it. */
  readonly reason?: PersonLookupReason;
  readonly onFound: (person: FoundPerson) => void;
}

/** Finds whoever stands in front of the office, by one thing that they show and their day of birth. */
export function LookUpForm({ reason, onFound }: LookUpFormProps) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const [way, setWay] = useState<PersonLookupWay>('NATIONAL_NUMBER');
  const [asked, setAsked] = useState<PersonLookupReason>('RECORD');
  const [value, setValue] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [isTried, setTried] = useState(false);
  const [lookUp, looking] = useAction(LookUpPerson);
  const submit = async () => {
    setTried(true);
    if (value.trim() === '' || birthDate === '') return;
    const found = (await lookUp({ input: { way, value, birthDate, reason: reason ?? asked } }))?.lookUpPerson;
    if (found?.__typename === 'LinkedPerson') onFound(found);
  };
  return (
    <Form submit={<Trans>Tap</Trans>} state={looking} onSubmit={() => void submit()}>
      {reason === undefined && (
        <Select
          label={<Trans>Nə üçün gəlib</Trans>}
          value={asked}
          onChange={setAsked}
          options={(Object.keys(lookupReasonTerms) as PersonLookupReason[]).map((code) => ({
            value: code,
            text: i18n._(lookupReasonTerms[code]),
          }))}
        />
      )}
      <Select
        label={<Trans>Nəyi göstərir</Trans>}
        value={way}
        onChange={setWay}
        options={(Object.keys(lookupWayTerms) as PersonLookupWay[]).map((code) => ({
          value: code,
          text: i18n._(lookupWayTerms[code]),
        }))}
      />
      <Field
        label={i18n._(lookupWayTerms[way])}
        hint={<Trans>Bütöv yazın: bir hissəsi ilə heç kim tapılmır.</Trans>}
        name="shown-value"
        isRequired
        maxLength={320}
        error={isTried && value.trim() === '' && t`Göstərdiyini yazın.`}
        value={value}
        onChange={setValue}
      />
      <DateField
        label={<Trans>Sənəddəki doğum günü</Trans>}
        value={birthDate}
        onChange={setBirthDate}
        error={isTried && birthDate === '' && t`Gün, ay və il yazın.`}
      />
    </Form>
  );
}
