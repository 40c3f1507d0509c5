import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { categoryTerms } from '../../../language/terms.js';

const RequestCorrection = graphql(`
  mutation RequestCorrection($input: RequestCorrectionInput!) @purpose(is: "none") {
    requestCorrection(input: $input) {
      __typename
      ... on Correction {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface CorrectionFormProps {
  readonly organizationId: string;
  readonly onAsked: () => void;
  readonly onLeave: () => void;
}

const categories = Object.keys(categoryTerms) as GrantCategory[];

/** Asks an organisation to correct a fact that it keeps: which one, and what is right. */
export function CorrectionForm({ organizationId, onAsked, onLeave }: CorrectionFormProps) {
  const { t, i18n } = useLingui();
  const [ask, state] = useAction(RequestCorrection);
  const [category, setCategory] = useState<GrantCategory>('CONTACT');
  const [fact, setFact] = useState('');
  const [message, setMessage] = useState('');
  const [isTried, setTried] = useState(false);
  const errorOf = (text: string) => (isTried && text.trim() === '' ? t`Burada bir şey yazın.` : null);
  const submit = async () => {
    setTried(true);
    if (fact.trim() === '' || message.trim() === '') return;
    if ((await ask({ input: { ownerOrganizationId: organizationId, category, fact, message } })) !== null) onAsked();
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
      <Select
        label={t`Hansı məlumat`}
        value={category}
        onChange={setCategory}
        options={categories.map((one) => ({ value: one, text: i18n._(categoryTerms[one]) }))}
      />
      <Field
        label={t`Nə səhvdir`}
        hint={t`Məsələn: qəbul ili`}
        name="fact"
        value={fact}
        onChange={setFact}
        error={errorOf(fact)}
        maxLength={200}
      />
      <Field
        label={t`Düzgünü nədir və təşkilat bunu necə yoxlaya bilər`}
        name="message"
        value={message}
        onChange={setMessage}
        error={errorOf(message)}
        maxLength={2000}
        lines={3}
      />
    </Form>
  );
}
