import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { MentorshipList_MentorshipFragment } from '../../../generated/graphql.js';
import { AnswerRequest } from './answer-request.js';
import { AskAgain } from './ask-again.js';
import { ConcernButton } from './raise-concern.js';

const WithdrawRequest = graphql(`
  mutation WithdrawMentorshipRequest($id: ID!) @purpose(is: "none") {
    withdrawMentorshipRequest(mentorshipId: $id) {
      ... on Mentorship {
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

const EndMentorship = graphql(`
  mutation EndMentorship($id: ID!) @purpose(is: "none") {
    endMentorship(mentorshipId: $id) {
      ... on Mentorship {
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

interface MentorshipActionsProps {
  readonly mentorship: MentorshipList_MentorshipFragment;
  /** Whether the person is the mentor of the two. */
  readonly asMentor?: boolean;
  readonly onChanged: () => void;
}

/** What one of the two can do: answer, take back, end, ask anew, and tell what worries them. */
export function MentorshipActions({ mentorship, asMentor = false, onChanged }: MentorshipActionsProps) {
  const { id, status, mentor, menteeAgreedAt, mentorAgreedAt } = mentorship;
  const hasAgreed = (asMentor ? mentorAgreedAt : menteeAgreedAt) != null;
  const [withdraw, state] = useAction(WithdrawRequest);
  return (
    <div className="grid gap-2">
      <ProblemSummary state={state} />
      <div className="flex flex-wrap items-start gap-3">
        {status === 'PROPOSED' && (asMentor || !hasAgreed) && (
          <AnswerRequest mentorshipId={id} asMentor={asMentor} hasAgreed={hasAgreed} onAnswered={onChanged} />
        )}
        {status === 'PROPOSED' && !asMentor && hasAgreed && (
          <Button
            variant="secondary"
            isPending={state.running}
            onPress={() => void withdraw({ id }).then((done) => done !== null && onChanged())}
          >
            <Trans>Xahişi geri götür</Trans>
          </Button>
        )}
        {status === 'ACTIVE' && (
          <ConfirmedAction
            label={<Trans>Mentorluğu bitir</Trans>}
            title={<Trans>Mentorluğu bitirmək</Trans>}
            document={EndMentorship}
            variables={{ id }}
            cancel={<Trans>Davam etsin</Trans>}
            onDone={onChanged}
          >
            <Trans>Bitirəndən sonra bir-birinizin adını və əlaqəsini görməyəcəksiniz. Səbəb soruşulmur.</Trans>
          </ConfirmedAction>
        )}
        {status === 'ENDED' && !asMentor && mentor != null && <AskAgain mentorId={mentor.id} onAsked={onChanged} />}
        <ConcernButton mentorshipId={id} />
      </div>
    </div>
  );
}
