import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { reviewTerms } from './mentoring-terms.js';

const OfferStateOffer = graphql(`
  fragment OfferState_offer on MentorProfile {
    id
    paused
    pausedByHouse
    review
    capacity
    activeMentorships
  }
`);

const PauseMentoring = graphql(`
  mutation PauseMentoring($paused: Boolean!) @purpose(is: "none") {
    pauseMentoring(paused: $paused) {
      ... on MentorProfile {
        id
        paused
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const WithdrawOffer = graphql(`
  mutation WithdrawMentoringOffer @purpose(is: "none") {
    withdrawMentoringOffer {
      ... on MentorProfile {
        id
        withdrawnAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OfferStateProps {
  readonly offer: FragmentType<typeof OfferStateOffer>;
  readonly onChanged: () => void;
}

/** How the offer stands, with the pause and the way out. */
export function OfferState({ onChanged, ...props }: OfferStateProps) {
  const { i18n } = useLingui();
  const offer = readFragment(OfferStateOffer, props.offer);
  const { paused, pausedByHouse, review } = offer;
  const [pause, state] = useAction(PauseMentoring);
  const active = formatNumber(offer.activeMentorships);
  const capacity = formatNumber(offer.capacity);
  return (
    <section className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h2>{paused ? <Trans>Təklifinizə fasilə verilib</Trans> : <Trans>Təklifiniz</Trans>}</h2>
      <p>
        <Trans>
          {capacity} yerdən {active} tutulub
        </Trans>{' '}
        · {i18n._(reviewTerms[review])}
      </p>
      {pausedByHouse && (
        <p>
          <Trans>Xahişlər cavabsız qaldığı üçün kartınız gizlədilib. Vaxtınız olanda yenidən qəbul edin.</Trans>
        </p>
      )}
      <ProblemSummary state={state} />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          isPending={state.running}
          onPress={() => void pause({ paused: !paused }).then((done) => done !== null && onChanged())}
        >
          {paused ? <Trans>Yenidən qəbul et</Trans> : <Trans>Fasilə ver</Trans>}
        </Button>
        <ConfirmedAction
          label={<Trans>Təklifi geri götür</Trans>}
          title={<Trans>Təklifi geri götürmək</Trans>}
          document={WithdrawOffer}
          variables={{}}
          cancel={<Trans>Qalsın</Trans>}
          onDone={onChanged}
        >
          <Trans>
            Kartınız daha göstərilmir. Davam edən mentorluqlar qalır, təklifi sonra yenidən verə bilərsiniz.
          </Trans>
        </ConfirmedAction>
      </div>
    </section>
  );
}
