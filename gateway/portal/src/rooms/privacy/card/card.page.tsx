import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { OwnSearchCardFragment } from '../../../generated/graphql.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { CardItem } from './card-item.js';
import { CardRenewal } from './card-renewal.js';
import { OwnSearchCard, statementsOf } from './search-card.js';
import { WithdrawnCardNotice } from './withdrawn-card-notice.js';

const SearchCardPage = graphql(`
  query SearchCardPage @purpose(is: "none") {
    me {
      id
      searchCards {
        ...OwnSearchCard
      }
      studyFacets
      programmeFacets
      serviceFacets
    }
    purposes {
      code
      name
    }
  }
`);

/** The cards by which a person lets themself be found. */
export const page = definePage({
  document: SearchCardPage,
  title: msg`Axtarış kartım`,
  Component: function SearchCards({ answer }) {
    const [withdrawn, setWithdrawn] = useState<OwnSearchCardFragment | null>(null);
    const { me, purposes } = answer.data;
    const purposeNames = new Map((purposes ?? []).map(({ code, name }) => [code, name]));
    const cards = readFragment(OwnSearchCard, me?.searchCards ?? []);
    const statements = statementsOf(me);
    const newCard = (
      <ButtonLink to="/me/card/edit">
        <Trans>Kart dərc et</Trans>
      </ButtonLink>
    );
    return (
      <div className="grid gap-8">
        <PageHead title={<Trans>Axtarış kartım</Trans>} action={cards.length > 0 ? newCard : undefined}>
          <Trans>
            Kart sizi seçdiyiniz təşkilatlara tapdırır: yalnız ona yazdığınızla, yalnız dediyiniz məqsəd üçün. Kartınızı
            kim görübsə, jurnalınızda qalır.
          </Trans>
        </PageHead>
        {withdrawn !== null && (
          <WithdrawnCardNotice
            card={withdrawn}
            statements={statements}
            onDone={() => {
              setWithdrawn(null);
              answer.reload();
            }}
          />
        )}
        <PageSection
          title={<Trans>Dərc etdiyiniz kartlar</Trans>}
          of={sectionOf(answer, ['me', 'searchCards'])}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty action={newCard}>
              <Trans>Kartınız yoxdur: axtarışda sizi heç kim tapmır.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <div className="grid gap-6">
              <div className="grid gap-4 lg:grid-cols-2">
                {cards.map((card) => (
                  <CardItem
                    key={card.id}
                    card={card}
                    purposeName={purposeNames.get(card.purpose) ?? card.purpose}
                    onWithdrawn={(gone) => {
                      setWithdrawn(gone);
                      answer.reload();
                    }}
                  />
                ))}
              </div>
              <CardRenewal count={cards.length} statements={statements} onDone={answer.reload} />
            </div>
          )}
        </PageSection>
        <PrivacyPlaces />
      </div>
    );
  },
});
