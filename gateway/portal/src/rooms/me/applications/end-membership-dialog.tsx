import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const EndOwnMembership = graphql(`
  mutation EndOwnMembership($input: MembershipInput!) @purpose(is: "none") {
    endMembership(input: $input) {
      ... on Affiliation {
        id
        status
        until
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface EndMembershipDialogProps {
  readonly affiliationId: string;
  readonly organization: string;
  readonly onClose: () => void;
}

/** Asks before a membership ends, since only an invitation begins it again. */
export function EndMembershipDialog({ affiliationId, organization, onClose }: EndMembershipDialogProps) {
  const [end, state] = useAction(EndOwnMembership);
  const [reason, setReason] = useState('');
  const submit = async () => {
    const input = { affiliationId, reason: reason.trim() === '' ? null : reason.trim() };
    if ((await end({ input })) !== null) onClose();
  };
  return (
    <Dialog title={<Trans>Üzvlükdən çıxmaq</Trans>} isOpen onClose={onClose}>
      <p>
        <Trans>{organization} sizin haqqınızda üzvlüyə görə gördüklərini daha görməyəcək.</Trans>
      </p>
      <p className="font-semibold">
        <Trans>Geri qayıtmaq yalnız təşkilatın yeni dəvəti ilə mümkündür.</Trans>
      </p>
      <Form
        submit={<Trans>Üzvlükdən çıx</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={
          <Button variant="secondary" onPress={onClose}>
            <Trans>Qal</Trans>
          </Button>
        }
      >
        <Field
          label={<Trans>Səbəb (istəyə görə)</Trans>}
          hint={<Trans>Təşkilat bunu görür.</Trans>}
          name="reason"
          lines={2}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  );
}
