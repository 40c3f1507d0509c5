import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { InquiryKind } from '../../../generated/codes.js';

const RaiseInquiry = graphql(`
  mutation RaiseInquiry($input: RaiseInquiryInput!) @purpose(is: "none") {
    raiseInquiry(input: $input) {
      __typename
      ... on Inquiry {
        id
        entryId
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface InquiryFormProps {
  readonly entryId: string;
  readonly kind: InquiryKind;
  readonly onRaised: () => void;
  readonly onLeave: () => void;
}

/** A question or an objection to the organisation that looked, in the person’s own words. */
export function InquiryForm({ entryId, kind, onRaised, onLeave }: InquiryFormProps) {
  const { t } = useLingui();
  const [raise, state] = useAction(RaiseInquiry);
  const [message, setMessage] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = async () => {
    setMissing(message.trim() === '');
    if (message.trim() === '') return;
    if ((await raise({ input: { entryId, kind, message } })) !== null) onRaised();
  };
  return (
    <Form
      submit={<Trans>Göndər</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={onLeave}>
          <Trans>Fikrimi dəyişdim</Trans>
        </Button>
      }
    >
      <Field
        label={kind === 'QUESTION' ? t`Sualınız` : t`Etirazınız`}
        hint={
          kind === 'QUESTION'
            ? t`Təşkilat niyə baxdığını izah etməlidir.`
            : t`Təşkilat ya dayanmalı, ya da əsasını bildirməlidir.`
        }
        name="message"
        value={message}
        onChange={setMessage}
        error={isMissing && message.trim() === '' ? t`Bir-iki cümlə yazın.` : null}
        maxLength={2000}
        lines={4}
      />
    </Form>
  );
}
