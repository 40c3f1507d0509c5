import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { FourTextFields, noTexts } from './four-texts.js';

const ChangeMission = graphql(`
  mutation ChangeMission($input: ChangeMissionInput!) @purpose(is: "none") {
    changeMission(input: $input) {
      ... on Mission {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface MissionFormProps {
  readonly mission: {
    readonly id: string;
    readonly serves: readonly string[];
    readonly phone: string | null;
    readonly emergencyPhone: string | null;
  };
  readonly onSaved: () => void;
}

/** Whether anything is written in any language; then all are needed. */
const isWritten = (texts: typeof noTexts) => Object.values(texts).some((text) => text.trim() !== '');

/** What people are told of a mission. A text that is left empty stays as it was. */
export function MissionForm({ mission, onSaved }: MissionFormProps) {
  const [change, state] = useAction(ChangeMission);
  const [address, setAddress] = useState(noTexts);
  const [hours, setHours] = useState(noTexts);
  const [phone, setPhone] = useState(mission.phone ?? '');
  const [emergencyPhone, setEmergencyPhone] = useState(mission.emergencyPhone ?? '');
  const submit = async () => {
    const input = {
      missionId: mission.id,
      serves: [...mission.serves],
      address: isWritten(address) ? address : null,
      openingHours: isWritten(hours) ? hours : null,
      phone: phone.trim() || null,
      emergencyPhone: emergencyPhone.trim() || null,
    };
    if ((await change({ input })) !== null) onSaved();
  };
  return (
    <Form submit={<Trans>Yadda saxla</Trans>} state={state} onSubmit={() => void submit()}>
      <p className="text-soft">
        <Trans>Boş qalan ünvan və saatlar əvvəlki kimi qalır.</Trans>
      </p>
      <FourTextFields
        legend={<Trans>Ünvan</Trans>}
        name={`address-${mission.id}`}
        value={address}
        onChange={setAddress}
        maxLength={300}
      />
      <FourTextFields
        legend={<Trans>İş saatları</Trans>}
        name={`hours-${mission.id}`}
        value={hours}
        onChange={setHours}
        maxLength={300}
      />
      <Field
        label={<Trans>Telefon</Trans>}
        name={`phone-${mission.id}`}
        type="tel"
        maxLength={40}
        value={phone}
        onChange={setPhone}
      />
      <Field
        label={<Trans>Gecə-gündüz telefon</Trans>}
        name={`emergency-phone-${mission.id}`}
        type="tel"
        maxLength={40}
        value={emergencyPhone}
        onChange={setEmergencyPhone}
      />
    </Form>
  );
}
