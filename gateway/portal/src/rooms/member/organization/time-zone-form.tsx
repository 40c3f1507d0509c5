import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';

const ChangeOrganizationTimeZone = graphql(`
  mutation ChangeOrganizationTimeZone($input: ChangeTimeZoneInput!) @purpose(is: "none") {
    changeOrganizationTimeZone(input: $input) {
      ... on Organization {
        id
        timeZone
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface TimeZoneFormProps {
  readonly organization: string;
  readonly timeZone: string | null;
}

/** By which clock the days of the organisation are counted. */
export function TimeZoneForm({ organization, timeZone }: TimeZoneFormProps) {
  const [zone, setZone] = useState(timeZone ?? 'Asia/Baku');
  const [isSaved, setSaved] = useState(false);
  const [change, state] = useAction(ChangeOrganizationTimeZone);
  const save = async () => {
    setSaved(false);
    setSaved((await change({ input: { organizationId: organization, timeZone: zone } })) !== null);
  };
  const zones = [...new Set([zone, 'Asia/Baku', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Form submit={<Trans>Yadda saxla</Trans>} state={state} onSubmit={() => void save()}>
      {isSaved && <Notice tone="success" role="status" title={<Trans>Yadda saxlanıldı.</Trans>} />}
      <Select
        label={<Trans>Saat qurşağı</Trans>}
        hint={<Trans>Üzvlüyün və icazələrin son günü bu saatla bitir.</Trans>}
        value={zone}
        onChange={setZone}
        options={zones.map((value) => ({ value, text: value.replaceAll('_', ' ') }))}
      />
    </Form>
  );
}
