import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Field } from '../../../../design/form/field.js';
import { Form } from '../../../../design/form/form.js';
import { Select } from '../../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { formatNumber } from '../../../../language/format.js';

const FeedbackTextFeedback = graphql(`
  fragment FeedbackText_feedback on MentorshipFeedback {
    id
    rating
    text
  }
`);

const GiveFeedback = graphql(`
  mutation GiveMentorshipFeedback($input: GiveMentorshipFeedbackInput!) @purpose(is: "none") {
    giveMentorshipFeedback(input: $input) {
      ... on MentorshipFeedback {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface FeedbackTextProps {
  readonly title: ReactNode;
  readonly feedback: FragmentType<typeof FeedbackTextFeedback>;
}

/** What one of the two said. */
export function FeedbackText({ title, ...props }: FeedbackTextProps) {
  const { rating, text } = readFragment(FeedbackTextFeedback, props.feedback);
  const given = formatNumber(rating);
  return (
    <div className="grid gap-1 rounded-xl border border-line bg-raised p-4">
      <h3>{title}</h3>
      <p>
        <Trans>5 baldan {given}</Trans>
      </p>
      {text != null && <p className="whitespace-pre-line wrap-anywhere">{text}</p>}
    </div>
  );
}

const ratings = ['5', '4', '3', '2', '1'] as const;

/** Said once, and read by the other one after theirs. */
export function FeedbackForm(props: { readonly mentorshipId: string; readonly onGiven: () => void }) {
  const { mentorshipId, onGiven } = props;
  const [give, state] = useAction(GiveFeedback);
  const [rating, setRating] = useState<(typeof ratings)[number]>('5');
  const [text, setText] = useState('');
  const submit = async () => {
    const word = text.trim() === '' ? null : text.trim();
    if ((await give({ input: { mentorshipId, rating: Number(rating), text: word } })) !== null) onGiven();
  };
  return (
    <Form submit={<Trans>Rəyi göndər</Trans>} state={state} onSubmit={() => void submit()}>
      <Select
        label={<Trans>Necə idi, 1-dən 5-ə qədər?</Trans>}
        hint={<Trans>5: çox yaxşı, 1: çox pis</Trans>}
        value={rating}
        onChange={setRating}
        options={ratings.map((value) => ({ value, text: formatNumber(Number(value)) }))}
      />
      <Field
        label={<Trans>O biri tərəfə sözünüz (istəyə görə)</Trans>}
        hint={<Trans>Bir dəfə yazılır; o biri tərəf onu öz rəyini yazandan sonra oxuyur. Birlik oxumur.</Trans>}
        name="feedback"
        lines={4}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
    </Form>
  );
}
