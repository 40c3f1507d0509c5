import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Card } from '../../../design/base/card.js';
import { Tag } from '../../../design/base/tag.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const ConcernListConcern = graphql(`
  fragment ConcernList_concern on MentoringConcern {
    id
    byMentor
    text
    raisedAt
    closedAt
    outcome
  }
`);

const CloseConcern = graphql(`
  mutation CloseMentoringConcern($id: ID!, $outcome: String!) @purpose(is: "none") {
    closeMentoringConcern(concernId: $id, outcome: $outcome) {
      ... on MentoringConcern {
        id
        closedAt
        outcome
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ConcernListProps {
  readonly concerns: readonly FragmentType<typeof ConcernListConcern>[];
  readonly onChanged: () => void;
}

/** What people told about their mentorships, and what was done. */
export function ConcernList({ onChanged, ...props }: ConcernListProps) {
  const concerns = readFragment(ConcernListConcern, props.concerns);
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {concerns.map(({ id, byMentor, text, raisedAt, closedAt, outcome }) => (
        <li key={id}>
          <Card>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {byMentor ? <Trans>Mentor bildirib</Trans> : <Trans>Mentorun müşayiət etdiyi bildirib</Trans>}
              <Tag tone={closedAt == null ? 'warning' : 'neutral'}>
                {closedAt == null ? <Trans>açıqdır</Trans> : <Trans>bağlanıb</Trans>}
              </Tag>
            </p>
            <p className="text-sm text-soft">{formatMoment(raisedAt)}</p>
            <p className="whitespace-pre-line">{text}</p>
            {outcome == null ? (
              <CloseConcernForm id={id} onClosed={onChanged} />
            ) : (
              <p className="whitespace-pre-line text-soft">{outcome}</p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function CloseConcernForm({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const [close, state] = useAction(CloseConcern);
  const [outcome, setOutcome] = useState('');
  const submit = async () => {
    if ((await close({ id, outcome })) !== null) onClosed();
  };
  return (
    <Form submit={<Trans>Bağla</Trans>} state={state} onSubmit={() => void submit()}>
      <Field
        label={<Trans>Nə edildi?</Trans>}
        name="outcome"
        lines={3}
        maxLength={4000}
        value={outcome}
        onChange={setOutcome}
        isRequired
      />
    </Form>
  );
}
