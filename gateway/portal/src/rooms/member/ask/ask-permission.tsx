import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { categoryTerms } from '../../../language/terms.js';
import { useVisitPurposes } from '../purpose/visit-purposes.js';

const RequestConsent = graphql(`
  mutation RequestConsent($input: RequestConsentInput!) @purpose(is: "none") {
    requestConsent(input: $input) {
      ... on ConsentRequest {
        id
        state
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface AskPermissionProps {
  /** The ids of who is asked. */
  readonly people: readonly string[];
  /** What is wanted at first. */
  readonly categories?: readonly GrantCategory[];
  readonly onClose: () => void;
}

/** Asks people for a permission for the purpose of the visit, in words that each of them reads. */
export function AskPermission({ people, categories = ['CONTACT'], onClose }: AskPermissionProps) {
  const { i18n } = useLingui();
  const { stated } = useVisitPurposes();
  const [wanted, setWanted] = useState<readonly GrantCategory[]>(categories);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(0);
  const [request, state] = useAction(RequestConsent);
  if (stated === null) return null;
  const { code: purpose, name, opens } = stated;

  const askAll = async () => {
    for (const volunteerId of people.slice(asked)) {
      // One after the other: where one fails, those after it have not been asked, and are asked by the next try.
      const answer = await request({ input: { volunteerId, purpose, categories: [...wanted], reason } });
      if (answer === null) return;
      setAsked((count) => count + 1);
    }
  };

  if (asked === people.length)
    return (
      <>
        <Notice
          tone="success"
          role="status"
          title={<Plural value={asked} one="Sorğu göndərildi." other="Sorğu # nəfərə göndərildi." />}
        >
          <p>
            <Trans>Kimin cavab verdiyini əsas səhifədə görəcəksiniz.</Trans>
          </p>
        </Notice>
        <div>
          <Button onPress={onClose}>
            <Trans>Bağla</Trans>
          </Button>
        </div>
      </>
    );
  return (
    <Form
      submit={<Plural value={people.length} one="İcazə istə" other="# nəfərdən icazə istə" />}
      state={state}
      onSubmit={() => void askAll()}
      aside={
        <Button variant="quiet" onPress={onClose}>
          <Trans>İmtina et</Trans>
        </Button>
      }
    >
      <p className="text-soft">
        <Trans>Məqsəd: {name}. Sorğu mesajlara düşür, qərarı şəxs özü verir.</Trans>
      </p>
      <fieldset>
        <legend className="font-semibold">
          <Trans>Nəyi görmək istəyirsiniz?</Trans>
        </legend>
        {opens.map((category) => (
          <Checkbox
            key={category}
            isSelected={wanted.includes(category)}
            onChange={(isWanted) =>
              setWanted(isWanted ? [...wanted, category] : wanted.filter((other) => other !== category))
            }
          >
            {i18n._(categoryTerms[category])}
          </Checkbox>
        ))}
      </fieldset>
      <Field
        label={<Trans>Səbəb</Trans>}
        hint={<Trans>Bu sözləri şəxs oxuyacaq.</Trans>}
        name="reason"
        value={reason}
        onChange={setReason}
        lines={3}
        maxLength={500}
        isRequired
      />
      {people.length > 1 && (state.running || asked > 0) && (
        <label className="grid gap-1 text-sm">
          <Plural value={asked} one="# nəfərdən istənildi" other="# nəfərdən istənildi" />
          <progress value={asked} max={people.length} className="w-full accent-accent" />
        </label>
      )}
    </Form>
  );
}
