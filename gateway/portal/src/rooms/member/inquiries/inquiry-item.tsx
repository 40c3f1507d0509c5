import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { inquiryOutcomeTerms, inquiryTerms, loggedTerms } from '../member-terms.js';
import { AskedItem } from './asked-item.js';

const InquiryItem_inquiry = graphql(`
  fragment InquiryItem_inquiry on Inquiry {
    id
    kind
    category
    message
    purpose
    raisedAt
    readAt
    dueAt
    overdue
    outcome
    answer
    answeredAt
    volunteer {
      id
    }
  }
`);

const AnswerInquiry = graphql(`
  mutation AnswerInquiry($input: AnswerInquiryInput!) @purpose(is: "none") {
    answerInquiry(input: $input) {
      ... on Inquiry {
        ...InquiryItem_inquiry
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface InquiryItemProps {
  readonly inquiry: FragmentType<typeof InquiryItem_inquiry>;
  /** The names of purposes by their codes. */
  readonly purposes: ReadonlyMap<string, string>;
}

/** What somebody asks about one read of their data, and the answer. */
export function InquiryItem({ inquiry, purposes }: InquiryItemProps) {
  const { i18n } = useLingui();
  const [send, state] = useAction(AnswerInquiry);
  const asked = readFragment(InquiryItem_inquiry, inquiry);
  const { id, kind, category, message, purpose, dueAt, overdue, outcome, answer, volunteer } = asked;
  const day = formatMoment(asked.readAt);
  const raised = formatMoment(asked.raisedAt);
  return (
    <AskedItem
      title={i18n._(inquiryTerms[kind])}
      message={message}
      about={
        <>
          <Trans>
            Baxış: {day}, yazılıb: {raised}
          </Trans>
          {' · '}
          {i18n._(loggedTerms[category])}
          {purpose != null && <> · {purposes.get(purpose) ?? purpose}</>}
        </>
      }
      personId={volunteer.id}
      dueAt={dueAt}
      isLate={overdue}
      outcome={outcome}
      answer={answer}
      outcomes={inquiryOutcomeTerms}
      first="EXPLAINED"
      state={state}
      onSend={(next, text) => void send({ input: { id, outcome: next, answer: text } })}
    />
  );
}
