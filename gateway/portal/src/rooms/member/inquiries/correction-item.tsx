import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { categoryTerms } from '../../../language/terms.js';
import { correctionOutcomeTerms } from '../member-terms.js';
import { AskedItem } from './asked-item.js';

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
    <AskedItem
      title={fact}
      message={message}
      about={i18n._(categoryTerms[category])}
      personId={volunteer.id}
      dueAt={dueAt}
      isLate={dueAt < now}
      outcome={outcome}
      answer={answer}
      outcomes={correctionOutcomeTerms}
      first="CORRECTED"
      state={state}
      onSend={(next, text) => void send({ input: { id, outcome: next, answer: text } })}
    />
  );
}
