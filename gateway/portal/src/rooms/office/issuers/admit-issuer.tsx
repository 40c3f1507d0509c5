import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { type IssuerTrust, TrustFields } from './trust-fields.js';

const AdmitIssuerDocument = graphql(`
  mutation AdmitIssuer($input: IssuerInput!) @purpose(is: "none") {
    admitIssuer(input: $input) {
      ... on Issuer {
        issuer
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const noTrust: IssuerTrust = { claims: [], anyOrganization: false, signsUp: false };

/** Admits a sign-in service, or again one that was withdrawn. */
export function AdmitIssuer({ onAdmitted }: { onAdmitted: () => void }) {
  const [admit, state] = useAction(AdmitIssuerDocument);
  const [issuer, setIssuer] = useState('');
  const [trust, setTrust] = useState(noTrust);
  const submit = async () => {
    if ((await admit({ input: { issuer, ...trust, claims: [...trust.claims] } })) === null) return;
    setIssuer('');
    setTrust(noTrust);
    onAdmitted();
  };
  return (
    <Disclosure label={<Trans>Giriş xidməti qəbul et</Trans>}>
      <ProblemSummary state={state} />
      <Form submit={<Trans>Qəbul et</Trans>} state={{ ...state, problem: null }} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Xidmətin ünvanı</Trans>}
          hint={<Trans>Açarlarında yazıldığı kimi, məsələn https://login.example.az</Trans>}
          name="issuer"
          type="url"
          isRequired
          value={issuer}
          onChange={setIssuer}
        />
        <TrustFields trust={trust} onChange={setTrust} />
      </Form>
    </Disclosure>
  );
}
