import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { ConfirmedAction } from '../../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';

const RoundStepsRound = graphql(`
  fragment RoundSteps_round on MatchingRound {
    id
    status
  }
`);

const CloseEntries = graphql(`
  mutation CloseMatchingEntries($id: ID!) @purpose(is: "mentoring") {
    closeMatchingEntries(roundId: $id) {
      ... on MatchingRound {
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

const ReopenEntries = graphql(`
  mutation ReopenMatchingEntries($id: ID!) @purpose(is: "mentoring") {
    reopenMatchingEntries(roundId: $id) {
      ... on MatchingRound {
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

const CancelRound = graphql(`
  mutation CancelMatchingRound($id: ID!) @purpose(is: "mentoring") {
    cancelMatchingRound(roundId: $id) {
      ... on MatchingRound {
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

interface RoundStepsProps {
  readonly round: FragmentType<typeof RoundStepsRound>;
  readonly onChanged: () => void;
}

/** What can be done with the round as a whole. */
export function RoundSteps({ onChanged, ...props }: RoundStepsProps) {
  const { id, status } = readFragment(RoundStepsRound, props.round);
  const [close, closing] = useAction(CloseEntries);
  const [reopen, reopening] = useAction(ReopenEntries);
  if (status !== 'OPEN' && status !== 'DRAFT') return null;
  const run = async (step: typeof close | typeof reopen) => {
    if ((await step({ id })) !== null) onChanged();
  };
  return (
    <div className="grid gap-3">
      <ProblemSummary state={status === 'OPEN' ? closing : reopening} />
      <div className="flex flex-wrap gap-3">
        {status === 'OPEN' ? (
          <Button onPress={() => void run(close)} isPending={closing.running}>
            <Trans>Qeydiyyatı bağla</Trans>
          </Button>
        ) : (
          <Button variant="secondary" onPress={() => void run(reopen)} isPending={reopening.running}>
            <Trans>Qeydiyyatı yenidən aç</Trans>
          </Button>
        )}
        <ConfirmedAction
          label={<Trans>Raundu ləğv et</Trans>}
          title={<Trans>Raund ləğv edilsin?</Trans>}
          cancel={<Trans>Saxla</Trans>}
          document={CancelRound}
          variables={{ id }}
          onDone={onChanged}
        >
          <Trans>Ləğv edilmiş raund bir daha açılmır. Heç kimə heç nə göndərilmir.</Trans>
        </ConfirmedAction>
      </div>
    </div>
  );
}
