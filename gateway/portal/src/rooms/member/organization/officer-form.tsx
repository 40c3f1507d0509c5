import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import type { OfficerRole } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { officerRoleTerms } from '../member-terms.js';

const AppointOfficer = graphql(`
  mutation AppointOfficer($input: AppointOfficerInput!) @purpose(is: "none") {
    appointOfficer(input: $input) {
      ... on Officer {
        ...OfficerList_officer
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OfficerFormProps {
  readonly organization: string;
  readonly onAppointed: () => void;
}

/** Lets somebody act for the organisation, in the roles that are chosen and no other. */
export function OfficerForm({ organization, onAppointed }: OfficerFormProps) {
  const { i18n } = useLingui();
  const [subject, setSubject] = useState('');
  const [roles, setRoles] = useState<readonly OfficerRole[]>(['OFFICER']);
  const [isDone, setDone] = useState(false);
  const [appoint, state] = useAction(AppointOfficer);
  const submit = async () => {
    setDone(false);
    const answer = await appoint({
      input: { organizationId: organization, subject: subject.trim(), roles: [...roles] },
    });
    if (answer === null) return;
    setDone(true);
    setSubject('');
    onAppointed();
  };
  return (
    <Form submit={<Trans>Təyin et</Trans>} state={state} onSubmit={() => void submit()}>
      {isDone && <Notice tone="success" role="status" title={<Trans>Təyin edildi.</Trans>} />}
      <Field
        label={<Trans>Giriş nömrəsi</Trans>}
        hint={<Trans>Şəxsin təşkilatınızın giriş xidmətindəki nömrəsi.</Trans>}
        name="subject"
        value={subject}
        onChange={setSubject}
        isRequired
      />
      <fieldset>
        <legend className="font-semibold">
          <Trans>Rollar</Trans>
        </legend>
        {(Object.keys(officerRoleTerms) as OfficerRole[]).map((role) => (
          <Checkbox
            key={role}
            isSelected={roles.includes(role)}
            onChange={(isWanted) => setRoles(isWanted ? [...roles, role] : roles.filter((other) => other !== role))}
          >
            {i18n._(officerRoleTerms[role])}
          </Checkbox>
        ))}
      </fieldset>
    </Form>
  );
}
