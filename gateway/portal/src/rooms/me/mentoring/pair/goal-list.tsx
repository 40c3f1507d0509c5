import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { Tag } from '../../../../design/base/tag.js';
import { Field } from '../../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../../design/form/form.js';
import { Empty } from '../../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { goalStatusTerms } from '../mentoring-terms.js';

const GoalListPair = graphql(`
  fragment GoalList_pair on MentorshipPair {
    id
    goals {
      id
      text
      status
    }
  }
`);

const AddGoal = graphql(`
  mutation AddMentorshipGoal($input: AddMentorshipGoalInput!) @purpose(is: "none") {
    addMentorshipGoal(input: $input) {
      ... on MentorshipGoal {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CloseGoal = graphql(`
  mutation CloseMentorshipGoal($id: ID!, $status: MentorshipGoalStatus!) @purpose(is: "none") {
    closeMentorshipGoal(goalId: $id, status: $status) {
      ... on MentorshipGoal {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface GoalListProps {
  readonly pair: FragmentType<typeof GoalListPair>;
  readonly isActive: boolean;
  readonly onChanged: () => void;
}

/** What the two want to reach; either sets one and says what became of it. */
export function GoalList({ isActive, onChanged, ...props }: GoalListProps) {
  const { i18n, t } = useLingui();
  const { id: mentorshipId, goals } = readFragment(GoalListPair, props.pair);
  const [add, addState] = useAction(AddGoal);
  const [close, closeState] = useAction(CloseGoal);
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await add({ input: { mentorshipId, text } })) === null) return;
    setText('');
    onChanged();
  };
  const end = (id: string, status: 'DONE' | 'DROPPED') =>
    void close({ id, status }).then((done) => done !== null && onChanged());
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Hədəflər</Trans>
      </h2>
      <ProblemSummary state={closeState} />
      {goals.length === 0 && (
        <Empty>
          <Trans>Hələ hədəf yoxdur. Birlikdə nəyə çatmaq istədiyinizi yazın.</Trans>
        </Empty>
      )}
      <ul className="grid gap-3">
        {goals.map(({ id, text: goal, status }) => (
          <li key={id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
            <p className="flex flex-wrap items-center gap-2 wrap-anywhere">
              {goal}
              <Tag tone={status === 'DONE' ? 'success' : status === 'OPEN' ? 'info' : 'neutral'}>
                {i18n._(goalStatusTerms[status])}
              </Tag>
            </p>
            {status === 'OPEN' && (
              <div className="flex flex-wrap gap-3">
                <Button
                  variant="secondary"
                  aria-label={t`Çatdıq: ${goal}`}
                  isPending={closeState.running}
                  onPress={() => end(id, 'DONE')}
                >
                  <Trans>Çatdıq</Trans>
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t`Vaz keçdik: ${goal}`}
                  isPending={closeState.running}
                  onPress={() => end(id, 'DROPPED')}
                >
                  <Trans>Vaz keçdik</Trans>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {isActive && (
        <Form submit={<Trans>Hədəf əlavə et</Trans>} state={addState} onSubmit={() => void submit()}>
          <Field label={<Trans>Yeni hədəf</Trans>} name="goal" maxLength={300} value={text} onChange={setText} />
        </Form>
      )}
    </section>
  );
}
