import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { DateField } from '../../../design/form/date-field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { FourLanguagesInput } from '../../../generated/graphql.js';
import { TextFields } from './text-fields.js';

const PlanOfficialMeeting = graphql(`
  mutation PlanOfficialMeeting($input: PlanOfficialMeetingInput!) @purpose(is: "none") {
    planOfficialMeeting(input: $input) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Plans a meeting with officials. */
export function PlanMeeting({ onPlanned }: { readonly onPlanned: () => void }) {
  const [plan, state] = useAction(PlanOfficialMeeting);
  const [title, setTitle] = useState<FourLanguagesInput>({ az: '' });
  const [officials, setOfficials] = useState<FourLanguagesInput>({ az: '' });
  const [day, setDay] = useState('');
  const submit = async () => {
    const startsAt = day === '' ? '' : new Date(`${day}T10:00:00+04:00`).toISOString();
    if ((await plan({ input: { title, officials, startsAt } })) !== null) onPlanned();
  };
  return (
    <Disclosure label={<Trans>Görüş planlaşdır</Trans>}>
      <Form submit={<Trans>Planlaşdır</Trans>} state={state} onSubmit={() => void submit()}>
        <TextFields label={<Trans>Görüşün mövzusu</Trans>} value={title} onChange={setTitle} />
        <TextFields label={<Trans>Rəsmi şəxslər (vəzifələri ilə)</Trans>} value={officials} onChange={setOfficials} />
        <DateField label={<Trans>Gün</Trans>} value={day} onChange={setDay} />
      </Form>
    </Disclosure>
  );
}
