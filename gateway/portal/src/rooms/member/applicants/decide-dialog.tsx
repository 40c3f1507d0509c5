import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const DecideApplication = graphql(`
  mutation DecideApplication($input: DecideApplicationInput!) @purpose(is: "none") {
    decideApplication(input: $input) {
      ... on OpportunityApplication {
        id
        status
        decidedAt
        reason
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface DecideDialogProps {
  /** What is about to be answered; null while nothing is. */
  readonly step: 'accept' | 'decline' | null;
  readonly applications: readonly string[];
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

/** Answers applications. It is asked before, since an answer can't be taken back. */
export function DecideDialog({ step, applications, onClose, onDecided }: DecideDialogProps) {
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<readonly string[]>([]);
  const [decide, state] = useAction(DecideApplication);
  const decideAll = async () => {
    for (const applicationId of applications.filter((id) => !done.includes(id))) {
      const answer = await decide({
        input: { applicationId, accept: step === 'accept', reason: reason.trim() === '' ? null : reason },
      });
      if (answer === null) return;
      setDone((ids) => [...ids, applicationId]);
    }
    setReason('');
    setDone([]);
    onDecided();
  };
  return (
    <Dialog
      title={
        step === 'accept' ? (
          <Plural value={applications.length} one="# nəfəri qəbul edin" other="# nəfəri qəbul edin" />
        ) : (
          <Plural value={applications.length} one="# nəfərə rədd cavabı verin" other="# nəfərə rədd cavabı verin" />
        )
      }
      isOpen={step !== null}
      onClose={onClose}
    >
      <Form
        submit={step === 'accept' ? <Trans>Qəbul et</Trans> : <Trans>Rədd cavabını göndər</Trans>}
        state={state}
        onSubmit={() => void decideAll()}
      >
        <p className="text-soft">
          <Trans>Cavab dərhal göndərilir və geri götürülmür.</Trans>
        </p>
        <Field
          label={<Trans>Səbəb</Trans>}
          hint={
            step === 'accept' ? <Trans>Könüllüdür. Şəxs də oxuyacaq.</Trans> : <Trans>Bu sözləri şəxs oxuyacaq.</Trans>
          }
          name="reason"
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={500}
          isRequired={step === 'decline'}
        />
      </Form>
    </Dialog>
  );
}
