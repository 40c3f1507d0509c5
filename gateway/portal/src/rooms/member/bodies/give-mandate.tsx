import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { DateField } from '../../../design/form/date-field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText } from '../../../language/format.js';

const GiveMandatePerson = graphql(`
  fragment GiveMandate_person on ListedVolunteer {
    volunteer {
      id
      name
    }
  }
`);

const GiveGovernanceMandate = graphql(`
  mutation GiveGovernanceMandate($input: GiveGovernanceMandateInput!) @purpose(is: "none") {
    giveGovernanceMandate(input: $input) {
      ... on GovernanceMandate {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface GiveMandateProps {
  readonly bodyId: string;
  readonly people: readonly FragmentType<typeof GiveMandatePerson>[];
  readonly onGiven: () => void;
}

/** Gives a person of the organisation a mandate from a day to a day, both at midnight where the officer is. */
export function GiveMandate({ bodyId, onGiven, ...props }: GiveMandateProps) {
  const { t } = useLingui();
  const people = readFragment(GiveMandatePerson, props.people).flatMap(({ volunteer }) => volunteer ?? []);
  const [give, state] = useAction(GiveGovernanceMandate);
  const [volunteerId, setPerson] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [chairs, setChairs] = useState(false);
  const submit = async () => {
    if (volunteerId === '' || from === '' || until === '') return;
    const [startsAt, endsAt] = [from, until].map((day) => new Date(`${day}T00:00`).toISOString());
    if (startsAt === undefined || endsAt === undefined) return;
    if ((await give({ input: { bodyId, volunteerId, chairs, startsAt, endsAt } })) === null) return;
    setPerson('');
    onGiven();
  };
  return (
    <Disclosure label={<Trans>Mandat ver</Trans>}>
      <Form submit={<Trans>Mandatı ver</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Kimə?</Trans>}
          value={volunteerId}
          onChange={setPerson}
          options={[
            { value: '', text: t`Şəxsi seçin` },
            ...people
              .map(({ id, name }) => ({ value: id, text: name ?? t`adı paylaşılmayıb` }))
              .toSorted((one, other) => compareText(one.text, other.text)),
          ]}
        />
        <DateField label={<Trans>Bu gündən</Trans>} value={from} onChange={setFrom} />
        <DateField
          label={<Trans>Mandatın bitdiyi gün</Trans>}
          hint={<Trans>Bu gün artıq mandat olmayacaq</Trans>}
          value={until}
          onChange={setUntil}
        />
        <Checkbox isSelected={chairs} onChange={setChairs}>
          <Trans>Orqana sədrlik edir</Trans>
        </Checkbox>
      </Form>
    </Disclosure>
  );
}
