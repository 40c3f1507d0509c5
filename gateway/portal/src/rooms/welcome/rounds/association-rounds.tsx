import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { roundTerms, roundTones } from '../../../language/terms.js';
import { PairTable } from './round/pair-table.js';

const AssociationRoundsRound = graphql(`
  fragment AssociationRounds_round on MatchingRound {
    id
    name
    status
    opensOn
    closesOn
    organization {
      id
      name
    }
    associations {
      id
      leftAt
    }
    associationPairs(first: 20) {
      nodes {
        id
        ...PairTable_pair
      }
    }
  }
`);

const TakePart = graphql(`
  mutation TakePartInMatchingRound($id: ID!) @purpose(is: "mentoring") {
    takePartInMatchingRound(roundId: $id) {
      ... on MatchingAssociation {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const Withdraw = graphql(`
  mutation WithdrawFromMatchingRound($id: ID!) @purpose(is: "mentoring") {
    withdrawFromMatchingRound(roundId: $id) {
      ... on MatchingAssociation {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface AssociationRoundsProps {
  readonly rounds: readonly FragmentType<typeof AssociationRoundsRound>[];
  readonly onChanged: () => void;
}

/** The rounds of others in which the association takes part or may, and the published pairs of its own people. */
export function AssociationRounds({ onChanged, ...props }: AssociationRoundsProps) {
  const { i18n } = useLingui();
  const rounds = readFragment(AssociationRoundsRound, props.rounds);
  const [takePart, state] = useAction(TakePart);
  const join = async (id: string) => {
    if ((await takePart({ id })) !== null) onChanged();
  };
  return (
    <div className="grid gap-4">
      <ProblemSummary state={state} />
      <ul className="grid gap-4">
        {rounds.map(({ id, name, status, opensOn, closesOn, organization, associations, associationPairs }) => {
          const takesPart = associations.some(({ leftAt }) => leftAt == null);
          const mayChange = status === 'OPEN' || status === 'DRAFT';
          const pairs = associationPairs?.nodes ?? [];
          return (
            <li key={id} className="grid justify-items-start gap-2 rounded-xl border border-line bg-raised p-4">
              <h3 className="flex flex-wrap items-center gap-2">
                {name}
                <Tag tone={roundTones[status]}>{i18n._(roundTerms[status])}</Tag>
              </h3>
              <p className="text-soft">
                {organization?.name} · {formatDay(opensOn)} – {formatDay(closesOn)}
              </p>
              {takesPart ? (
                <p>
                  <Trans>Birliyiniz iştirak edir: üzvləriniz bu raunda yazıla bilər.</Trans>
                </p>
              ) : (
                <p>
                  <Trans>Birliyiniz iştirak etmir.</Trans>
                </p>
              )}
              {mayChange && !takesPart && (
                <Button isPending={state.running} onPress={() => void join(id)}>
                  <Trans>İştirak et</Trans>
                </Button>
              )}
              {mayChange && takesPart && (
                <ConfirmedAction
                  label={<Trans>Raunddan çıx</Trans>}
                  title={<Trans>Birlik raunddan çıxsın?</Trans>}
                  cancel={<Trans>Qal</Trans>}
                  document={Withdraw}
                  variables={{ id }}
                  onDone={onChanged}
                >
                  <Trans>Raunda yazılmış bütün üzvləriniz də çıxır və yenidən özləri yazılmalıdır.</Trans>
                </ConfirmedAction>
              )}
              {pairs.length > 0 && (
                <div className="w-full">
                  <Disclosure label={<Trans>Üzvlərinizin cütləri</Trans>}>
                    <PairTable pairs={pairs} isDraft={false} onChanged={onChanged} />
                  </Disclosure>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
