import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { FourLanguagesInput } from '../../../generated/graphql.js';
import { TextFields } from '../cases/text-fields.js';

const PlanGovernanceMeeting = graphql(`
  mutation PlanGovernanceMeeting($input: PlanGovernanceMeetingInput!) @purpose(is: "none") {
    planGovernanceMeeting(input: $input) {
      ... on GovernanceMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Calls a meeting of a body, at a day and an hour where the officer is. */
export function PlanBodyMeeting({ bodyId, onPlanned }: { readonly bodyId: string; readonly onPlanned: () => void }) {
  const [plan, state] = useAction(PlanGovernanceMeeting);
  const [title, setTitle] = useState<FourLanguagesInput>({ az: '' });
  const [day, setDay] = useState('');
  const [time, setTime] = useState('10:00');
  const submit = async () => {
    const startsAt = new Date(`${day}T${time}`);
    if (Number.isNaN(startsAt.getTime())) return;
    if ((await plan({ input: { bodyId, title, startsAt: startsAt.toISOString() } })) === null) return;
    setTitle({ az: '' });
    onPlanned();
  };
  return (
    <Disclosure label={<Trans>İclas çağır</Trans>}>
      <Form submit={<Trans>İclası çağır</Trans>} state={state} onSubmit={() => void submit()}>
        <TextFields label={<Trans>İclasın adı</Trans>} value={title} onChange={setTitle} />
        <DateField label={<Trans>Gün</Trans>} value={day} onChange={setDay} />
        <Field label={<Trans>Saat</Trans>} name="time" type="time" value={time} onChange={setTime} isRequired />
      </Form>
    </Disclosure>
  );
}
