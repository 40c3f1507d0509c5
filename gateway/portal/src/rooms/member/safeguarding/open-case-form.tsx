import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';

const OpenSafeguardingCase = graphql(`
  mutation OpenSafeguardingCase($input: OpenSafeguardingCaseInput!) @purpose(is: "none") {
    openSafeguardingCase(input: $input) {
      ... on SafeguardingCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const dayMs = 86_400_000;
/** By so much the end is early, so that a clock that is ahead does not make it too late. */
const marginMs = 60_000;

/** Says why somebody has to be protected, and opens a case for some days. */
export function OpenCaseForm({ onOpened }: { onOpened: () => void }) {
  const { t } = useLingui();
  const [open, state] = useAction(OpenSafeguardingCase);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<'7' | '14' | '30'>('7');
  const submit = async () => {
    const endsAt = new Date(Date.now() + Number(days) * dayMs - marginMs).toISOString();
    if ((await open({ input: { reason, endsAt } })) === null) return;
    setReason('');
    onOpened();
  };
  return (
    <Form submit={<Trans>İşi aç</Trans>} state={state} onSubmit={() => void submit()}>
      <Field
        label={<Trans>Kim nədən qorunmalıdır</Trans>}
        hint={<Trans>Ad yazmayın. Mətni təşkilatınızın mühafizə məsulları və ofis görür</Trans>}
        name="reason"
        isRequired
        lines={3}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <Select
        label={<Trans>Nə qədər davam etsin</Trans>}
        value={days}
        onChange={setDays}
        options={[
          { value: '7', text: t`bir həftə` },
          { value: '14', text: t`iki həftə` },
          { value: '30', text: t`otuz gün` },
        ]}
      />
    </Form>
  );
}
