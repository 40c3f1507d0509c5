import { Trans, useLingui } from '@lingui/react/macro';
import { Disclosure } from '../../../design/base/disclosure.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { choiceTerms, outcomeTerms } from './body-terms.js';

const MotionResultMotion = graphql(`
  fragment MotionResult_motion on GovernanceMotion {
    id
    isPaper
    present
    mandates
    votesFor
    votesAgainst
    abstentions
    outcome
    votes {
      mandateId
      castBy
      choice
    }
  }
`);

interface MotionResultProps {
  readonly of: FragmentType<typeof MotionResultMotion>;
  readonly nameOf: (mandateId: string) => string;
}

/** How a vote ended, and who voted how; of a ballot on paper the numbers alone. */
export function MotionResult({ nameOf, ...props }: MotionResultProps) {
  const { i18n } = useLingui();
  const { outcome, votes, isPaper, ...counted } = readFragment(MotionResultMotion, props.of);
  const number = (value: number | null | undefined) => formatNumber(value ?? 0);
  const [yes, no, neither] = [counted.votesFor, counted.votesAgainst, counted.abstentions].map(number);
  const [present, mandates] = [number(counted.present), number(counted.mandates)];
  return (
    <>
      {outcome != null && (
        <div className="grid gap-1">
          <p className="font-semibold">{i18n._(outcomeTerms[outcome])}</p>
          <p>
            <Trans>
              lehinə {yes}, əleyhinə {no}, bitərəf {neither}
            </Trans>
          </p>
          <p className="text-soft">
            <Trans>
              {mandates} mandatdan {present} səs iştirak edirdi
            </Trans>
            {isPaper && (
              <>
                {' '}
                · <Trans>kağız bülletenlə</Trans>
              </>
            )}
          </p>
        </div>
      )}
      {votes.length > 0 && (
        <Disclosure label={<Trans>Kim necə səs verib</Trans>}>
          <ul className="grid gap-1">
            {votes.map(({ mandateId, castBy, choice }) => {
              const holder = castBy == null || castBy === mandateId ? null : nameOf(castBy);
              return (
                <li key={mandateId}>
                  {nameOf(mandateId)}: {i18n._(choiceTerms[choice])}
                  {holder !== null && (
                    <span className="text-soft">
                      {' '}
                      · <Trans>səsi vəkalətlə: {holder}</Trans>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
