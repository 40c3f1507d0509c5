import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { readFragment } from '../../../generated/fragment-masking.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { CardEditor } from './card-editor.js';
import { OwnSearchCard, statementsOf } from './search-card.js';

const EditCardPage = graphql(`
  query EditCardPage @purpose(is: "none") {
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
      legalText
      opens
    }
    organizations(first: 100) {
      nodes {
        id
        name
        city
        accredited
      }
    }
  }
`);

/** Writes a card, shows it as others will see it, and publishes it. An address may name the purpose of a card that there is. */
export const page = definePage({
  document: EditCardPage,
  title: msg`Kartın məzmunu`,
  Component: function EditCard({ answer, search }) {
    const { me, purposes, organizations } = answer.data;
    return (
      <div className="grid gap-8">
        <PageHead title={<Trans>Kartın məzmunu</Trans>}>
          <Trans>
            Üzvlərin sizin haqqınızda bildiklərindən seçin, özünüz də əlavə edin. Seçmədiyinizi heç kim görmür.
          </Trans>
        </PageHead>
        {purposes == null || organizations == null ? (
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        ) : (
          <CardEditor
            key={search['purpose']}
            statements={statementsOf(me)}
            cards={readFragment(OwnSearchCard, me?.searchCards ?? [])}
            purposes={purposes.filter(({ opens }) => opens.length > 0)}
            organizations={organizations.nodes.filter(({ accredited }) => accredited === true)}
            chosenPurpose={search['purpose'] ?? ''}
          />
        )}
        <PrivacyPlaces />
      </div>
    );
  },
});
