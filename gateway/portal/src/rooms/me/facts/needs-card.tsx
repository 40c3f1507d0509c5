import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import type { AccessNeed } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { accessNeedTerms } from '../me-terms.js';
import { FactsCard } from './facts-card.js';
import { SavedWord } from './saved-word.js';

const NeedsCardNeeds = graphql(`
  fragment NeedsCard_needs on AccessNeeds {
    needs
    note
  }
`);

const ChangeAccessNeeds = graphql(`
  mutation ChangeAccessNeeds($input: ChangeAccessNeedsInput!) @purpose(is: "none") {
    changeAccessNeeds(input: $input) {
      ... on OwnFactsChange {
        changedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const allNeeds = Object.keys(accessNeedTerms) as AccessNeed[];

/** What the person needs to take part; no tie shows it to anybody. */
export function NeedsCard(props: { needs: FragmentType<typeof NeedsCardNeeds>; onChanged: () => void }) {
  const { i18n } = useLingui();
  const stated = readFragment(NeedsCardNeeds, props.needs);
  const [change, state] = useAction(ChangeAccessNeeds);
  const [needs, setNeeds] = useState<readonly AccessNeed[]>(stated.needs);
  const [note, setNote] = useState(stated.note ?? '');
  const [isSaved, setSaved] = useState(false);
  const submit = async () => {
    setSaved(false);
    const data = await change({ input: { needs: [...needs], note: note.trim() === '' ? null : note.trim() } });
    if (data === null) return;
    setSaved(true);
    props.onChanged();
  };
  return (
    <FactsCard
      id="needs"
      title={<Trans>İştirak etmək üçün nəyə ehtiyacınız var?</Trans>}
      about={<Trans>Bunu yalnız ayrıca icazə verdiyiniz təşkilat, bir də fövqəladə halda kömək edənlər görür.</Trans>}
    >
      <Form
        submit={<Trans>Yadda saxla</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={<SavedWord isSaved={isSaved} />}
      >
        <fieldset>
          <legend className="sr-only">
            <Trans>Ehtiyaclar</Trans>
          </legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {allNeeds.map((need) => (
              <Checkbox
                key={need}
                isSelected={needs.includes(need)}
                onChange={(isSelected) =>
                  setNeeds(isSelected ? [...needs, need] : needs.filter((other) => other !== need))
                }
              >
                {i18n._(accessNeedTerms[need])}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Field
          label={<Trans>Bilməli olduğumuz başqa şey</Trans>}
          name="note"
          lines={2}
          value={note}
          onChange={setNote}
        />
      </Form>
    </FactsCard>
  );
}
