import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const WithdrawIssuerDocument = graphql(`
  mutation WithdrawIssuer($input: WithdrawIssuerInput!) @purpose(is: "none") {
    withdrawIssuer(input: $input) {
      ... on Issuer {
        issuer
        withdrawnAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Withdraws a sign-in service with a reason, after it was said what follows for those who use it. */
export function WithdrawIssuer({ issuer }: { issuer: string }) {
  const [withdraw, state] = useAction(WithdrawIssuerDocument);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if ((await withdraw({ input: { issuer, reason } })) !== null) setOpen(false);
  };
  return (
    <div>
      <Button variant="danger" onPress={() => setOpen(true)}>
        <Trans>Götür…</Trans>
      </Button>
      <Dialog title={<Trans>Giriş xidməti götürülsün?</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>
          <Trans>
            {issuer} ilə daxil olan hər kəs yarım dəqiqə içində heç kim olur. Xidməti sonra yenidən qəbul etmək olar.
          </Trans>
        </p>
        <ProblemSummary state={state} />
        <Form
          submit={<Trans>Götür</Trans>}
          state={{ ...state, problem: null }}
          onSubmit={() => void submit()}
          aside={
            <Button variant="quiet" onPress={() => setOpen(false)}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <Field
            label={<Trans>Niyə?</Trans>}
            hint={<Trans>Yalnız ofis görür</Trans>}
            name="withdraw-reason"
            lines={3}
            isRequired
            value={reason}
            onChange={setReason}
          />
        </Form>
      </Dialog>
    </div>
  );
}
