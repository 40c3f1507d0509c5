import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Checkbox } from '../../../../design/form/checkbox.js';
import { Form } from '../../../../design/form/form.js';
import { Select } from '../../../../design/form/select.js';
import { graphql } from '../../../../generated/gql.js';
import type { MentorshipGoalsReached } from '../../../../generated/codes.js';
import { goalsReachedTerms } from '../mentoring-terms.js';

const AnswerSurvey = graphql(`
  mutation AnswerMentorshipSurvey($input: AnswerMentorshipSurveyInput!) @purpose(is: "none") {
    answerMentorshipSurvey(input: $input) {
      ... on MentorshipSurvey {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Two questions at the end, which the other one of the two does not read. */
export function ClosingSurvey(props: { readonly mentorshipId: string; readonly onAnswered: () => void }) {
  const { i18n } = useLingui();
  const [answer, state] = useAction(AnswerSurvey);
  const [goalsReached, setReached] = useState<MentorshipGoalsReached>('YES');
  const [wouldRecommend, setRecommend] = useState(false);
  const submit = async () => {
    const input = { mentorshipId: props.mentorshipId, goalsReached, wouldRecommend };
    if ((await answer({ input })) !== null) props.onAnswered();
  };
  return (
    <div className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h3>
        <Trans>Son iki sual</Trans>
      </h3>
      <p className="text-soft">
        <Trans>Cavabınızı o biri tərəf görmür.</Trans>
      </p>
      <Form submit={<Trans>Cavabları göndər</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>İstədiyinizə çatdınızmı?</Trans>}
          value={goalsReached}
          onChange={setReached}
          options={(['YES', 'PARTLY', 'NO'] as const).map((value) => ({
            value,
            text: i18n._(goalsReachedTerms[value]),
          }))}
        />
        <Checkbox isSelected={wouldRecommend} onChange={setRecommend}>
          <Trans>Dostuma da belə mentorluğu məsləhət görərdim</Trans>
        </Checkbox>
      </Form>
    </div>
  );
}
