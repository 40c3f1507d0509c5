import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import type { GovernanceChoice } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { choiceTerms } from '../../_shared/bodies/body-terms.js';

const CastGovernanceVote = graphql(`
  mutation CastGovernanceVote($input: CastGovernanceVoteInput!) @purpose(is: "none") {
    castGovernanceVote(input: $input) {
      ... on GovernanceMotion {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const choices = Object.keys(choiceTerms) as readonly GovernanceChoice[];

interface CastVoteProps {
  readonly motionId: string;
  /** Whose voice it is that was passed on; null for the reader's own. */
  readonly forMandateId: string | null;
  readonly name: string;
  readonly onDone: () => void;
}

/** Three buttons for a vote, which nobody takes back. */
export function CastVote({ motionId, forMandateId, name, onDone }: CastVoteProps) {
  const { i18n } = useLingui();
  const [cast, state] = useAction(CastGovernanceVote);
  const vote = (choice: GovernanceChoice) =>
    void cast({ input: { motionId, choice, forMandateId } }).then((done) => done !== null && onDone());
  return (
    <fieldset className="grid gap-2 rounded-lg bg-sunken p-3">
      <legend className="font-semibold">
        {forMandateId === null ? <Trans>Səsiniz</Trans> : <Trans>Vəkalətlə səs: {name}</Trans>}
      </legend>
      <ProblemSummary state={state} />
      <div className="flex flex-wrap gap-3">
        {choices.map((choice) => (
          <Button key={choice} variant="secondary" isPending={state.running} onPress={() => vote(choice)}>
            {i18n._(choiceTerms[choice])}
          </Button>
        ))}
      </div>
      <p className="text-sm text-soft">
        <Trans>Səs açıqdır və dəyişdirilmir.</Trans>
      </p>
    </fieldset>
  );
}
