import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { categoryTerms } from '../../../language/terms.js';
import { useVisitPurposes } from '../purpose/visit-purposes.js';
import { inParts, type Outcome, OutcomeNotice, outcomeOf } from './outcome.js';

const RequestConsents = graphql(`
  mutation RequestConsents($input: RequestConsentsInput!) @purpose(is: "none") {
    requestConsents(input: $input) {
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
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [request, state] = useAction(RequestConsents);
  if (stated === null) return null;
  const { code: purpose, name, opens } = stated;

  const askAll = async () => {
    for (const volunteerIds of inParts(people.slice(outcomes.length))) {
      // One after the other: where one fails, those after it have not been asked, and are asked by the next try.
      const answer = await request({
        input: { volunteerIds: [...volunteerIds], purpose, categories: [...wanted], reason },
      });
      if (answer === null) return;
      const more = answer.requestConsents.map(outcomeOf);
      setOutcomes((before) => [...before, ...more]);
    }
  };

  if (outcomes.length === people.length) {
    const asked = outcomes.filter(({ refusal }) => refusal === null).length;
    return (
      <OutcomeNotice
        outcomes={outcomes}
        done={<Plural value={asked} one="Sorğu göndərildi." other="Sorğu # nəfərə göndərildi." />}
        none={<Trans>Sorğu göndərilmədi.</Trans>}
        onClose={onClose}
      >
        <Trans>Kimin cavab verdiyini əsas səhifədə görəcəksiniz.</Trans>
      </OutcomeNotice>
    );
  }
  return (
    <Form
      submit={<Plural value={people.length} one="İcazə istə" other="# nəfərdən icazə istə" />}
      state={state}
      onSubmit={() => void askAll()}
      aside={
        <Button variant="quiet" onPress={onClose}>
          <Trans>Ləğv et</Trans>
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
    </Form>
  );
}
