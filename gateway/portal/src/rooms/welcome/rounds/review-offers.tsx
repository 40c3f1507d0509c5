import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { MentorReview } from '../../../generated/codes.js';
import { formatList, formatNumber } from '../../../language/format.js';
import { fieldTerms, goalTerms } from '../../../language/mentoring-terms.js';

const ReviewOffersOffer = graphql(`
  fragment ReviewOffers_offer on MentorProfile {
    id
    capacity
    goals
    fieldCodes
    languages
  }
`);

const ReviewMentor = graphql(`
  mutation ReviewMentor($id: ID!, $review: MentorReview!) @purpose(is: "mentoring") {
    reviewMentor(profileId: $id, review: $review) {
      ... on MentorProfile {
        id
        review
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ReviewOffersProps {
  readonly offers: readonly FragmentType<typeof ReviewOffersOffer>[];
  readonly onChanged: () => void;
}

/** Offers of the association’s own mentors that nobody has looked at, the oldest first. */
export function ReviewOffers({ onChanged, ...props }: ReviewOffersProps) {
  const { t, i18n } = useLingui();
  const offers = readFragment(ReviewOffersOffer, props.offers);
  const [review, state] = useAction(ReviewMentor);
  const said = (keys: readonly string[], terms: Readonly<Record<string, MessageDescriptor>>) =>
    formatList(keys.map((key) => (terms[key] === undefined ? key : i18n._(terms[key]))));
  const say = async (id: string, word: MentorReview) => {
    if ((await review({ id, review: word })) !== null) onChanged();
  };
  return (
    <div className="grid gap-4">
      <ProblemSummary state={state} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {offers.map(({ id, capacity, goals, fieldCodes, languages }, at) => {
          const number = formatNumber(at + 1);
          const places = formatNumber(capacity);
          return (
            <li key={id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
              <p className="font-semibold first-letter:uppercase">{said(goals, goalTerms)}</p>
              <p>{said(fieldCodes, fieldTerms)}</p>
              <p className="text-soft">
                {languages.join(', ')} · <Trans>{places} yer</Trans>
              </p>
              <div className="flex flex-wrap gap-3">
                <Button
                  aria-label={t`Təsdiqlə: ${number}`}
                  isPending={state.running}
                  onPress={() => void say(id, 'APPROVED')}
                >
                  <Trans>Təsdiqlə</Trans>
                </Button>
                <Button
                  variant="secondary"
                  aria-label={t`İmtina et: ${number}`}
                  isPending={state.running}
                  onPress={() => void say(id, 'REFUSED')}
                >
                  <Trans>İmtina et</Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
