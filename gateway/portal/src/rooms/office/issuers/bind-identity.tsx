import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import { Disclosure } from '../../../design/base/disclosure.js';

const BindIdentityDocument = graphql(`
  mutation BindIdentity($input: BindIdentityInput!) @purpose(is: "none") {
    bindIdentity(input: $input) {
      ... on IdentityBinding {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface BindIdentityProps {
  readonly issuers: readonly string[];
  readonly onBound: () => void;
}

/** Binds a person to their number at a sign-in service, such as a minor who lost the way in. */
export function BindIdentity({ issuers, onBound }: BindIdentityProps) {
  const [bind, state] = useAction(BindIdentityDocument);
  const [volunteerId, setVolunteerId] = useState('');
  const [issuer, setIssuer] = useState(issuers[0] ?? '');
  const [subject, setSubject] = useState('');
  const submit = async () => {
    if ((await bind({ input: { volunteerId, issuer, subject } })) === null) return;
    setVolunteerId('');
    setSubject('');
    onBound();
  };
  return (
    <Disclosure label={<Trans>Şəxsi bağla</Trans>}>
      <ProblemSummary state={state} />
      <Form submit={<Trans>Bağla</Trans>} state={{ ...state, problem: null }} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Şəxsin Birlikdəki nömrəsi</Trans>}
          name="bound-person"
          isRequired
          value={volunteerId}
          onChange={setVolunteerId}
        />
        <Select
          label={<Trans>Giriş xidməti</Trans>}
          value={issuer}
          onChange={setIssuer}
          options={issuers.map((value) => ({ value, text: value }))}
        />
        <Field
          label={<Trans>Giriş xidmətindəki nömrəsi</Trans>}
          name="bound-subject"
          isRequired
          value={subject}
          onChange={setSubject}
        />
      </Form>
    </Disclosure>
  );
}
