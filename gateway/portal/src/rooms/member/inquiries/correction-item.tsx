import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { categoryTerms } from '../../../language/terms.js';
import { correctionOutcomeTerms } from '../member-terms.js';
import { AnswerForm } from './answer-form.js';
import { Deadline } from './deadline.js';

const CorrectionItem_correction = graphql(`
  fragment CorrectionItem_correction on Correction {
    id
    category
    fact
    message
    dueAt
    outcome
    answer
    volunteer {
      id
    }
  }
`);

const AnswerCorrection = graphql(`
  mutation AnswerCorrection($input: AnswerCorrectionInput!) @purpose(is: "none") {
    answerCorrection(input: $input) {
      ... on Correction {
        ...CorrectionItem_correction
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** A fact that somebody asks to correct, and the answer. */
export function CorrectionItem({ correction }: { correction: FragmentType<typeof CorrectionItem_correction> }) {
  const { i18n } = useLingui();
  const [now] = useState(() => new Date().toISOString());
  const [send, state] = useAction(AnswerCorrection);
  const { id, category, fact, message, dueAt, outcome, answer, volunteer } = readFragment(
    CorrectionItem_correction,
    correction,
  );
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{fact}</h3>
        {outcome == null && <Deadline dueAt={dueAt} isLate={dueAt < now} />}
      </div>
      <p>{message}</p>
      <p className="text-sm text-soft">{i18n._(categoryTerms[category])}</p>
      <p>
        <Link to="/people/$id" params={{ id: volunteer.id }}>
          <Trans>Şəxsin səhifəsi</Trans>
        </Link>
      </p>
      {outcome == null ? (
        <AnswerForm
          outcomes={correctionOutcomeTerms}
          first="CORRECTED"
          state={state}
          onSend={(next, text) => void send({ input: { id, outcome: next, answer: text } })}
        />
      ) : (
        <div className="rounded-lg bg-sunken p-3">
          <p className="font-semibold">{i18n._(correctionOutcomeTerms[outcome])}</p>
          <p>{answer}</p>
        </div>
      )}
    </Card>
  );
}
