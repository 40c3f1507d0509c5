import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { WithdrawLinkageDecision } from '../linkage-decisions.js';

const MergePersonsDocument = graphql(`
  mutation MergePersons($one: ID!, $other: ID!) @purpose(is: "none") {
    mergePersons(one: $one, other: $other) {
      ... on LinkageDecision {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface MergePersonsProps {
  readonly one: string;
  /** The id that a claim led to; empty when none did. */
  readonly suggested: string;
  readonly onMerged: () => void;
}

/** Finds two people to be one, which can be taken back at once. */
export function MergePersons({ one, suggested, onMerged }: MergePersonsProps) {
  const [merge, merging] = useAction(MergePersonsDocument);
  const [withdraw, withdrawing] = useAction(WithdrawLinkageDecision);
  const [other, setOther] = useState(suggested);
  const [decision, setDecision] = useState<string | null>(null);
  const submit = async () => {
    const result = (await merge({ one, other }))?.mergePersons;
    if (result?.__typename !== 'LinkageDecision') return;
    setDecision(result.id);
    onMerged();
  };
  const takeBack = async () => {
    if (decision === null || (await withdraw({ id: decision })) === null) return;
    setDecision(null);
    onMerged();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Başqa şəxslə birləşdir</Trans>
      </h2>
      <p className="max-w-2xl text-soft">
        <Trans>İki şəxsin bir nəfər olduğuna əminsinizsə. Köhnə nömrə qalır, o biri də ona aparır.</Trans>
      </p>
      <div role="status" className="empty:hidden">
        {decision !== null && (
          <Notice tone="success" title={<Trans>Birləşdirildi.</Trans>}>
            <Button variant="secondary" onPress={() => void takeBack()} isPending={withdrawing.running}>
              <Trans>Geri al</Trans>
            </Button>
          </Notice>
        )}
      </div>
      <ProblemSummary state={withdrawing} />
      <Form submit={<Trans>Birləşdir</Trans>} state={merging} onSubmit={() => void submit()}>
        <Field
          label={<Trans>O biri şəxsin və ya qeydin nömrəsi</Trans>}
          name="other-person"
          isRequired
          value={other}
          onChange={setOther}
        />
      </Form>
    </section>
  );
}
