import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { OfferForm } from './offer-form.js';
import { OfferState } from './offer-state.js';

const OfferPage = graphql(`
  query MentoringOfferPage @purpose(is: "none") {
    myMentoringOffer {
      id
      withdrawnAt
      ...OfferForm_offer
      ...OfferState_offer
    }
    alumniAssociations(first: 50) {
      nodes {
        id
        ...OfferForm_association
      }
    }
  }
`);

/** What the person offers as a mentor, and how it stands. */
export const page = definePage({
  document: OfferPage,
  title: msg`Mentor ol`,
  Component: function Offer({ answer }) {
    const { myMentoringOffer: offer, alumniAssociations } = answer.data;
    return (
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-1">
          <h1>
            <Trans>Mentor ol</Trans>
          </h1>
          <p className="max-w-2xl text-soft">
            <Trans>
              Başqaları kartınızı adsız görür və sizdən xahiş edə bilir. Kimə “hə” deyəcəyinizi özünüz seçirsiniz.
            </Trans>
          </p>
        </div>
        {offer != null && offer.withdrawnAt == null && <OfferState offer={offer} onChanged={answer.reload} />}
        <OfferForm offer={offer ?? null} associations={alumniAssociations?.nodes ?? []} onSaved={answer.reload} />
      </div>
    );
  },
});
