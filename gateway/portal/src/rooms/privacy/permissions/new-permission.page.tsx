import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { PermissionForm } from './permission-form.js';

const NewPermissionPage = graphql(`
  query NewPermissionPage @purpose(is: "none") {
    me {
      id
      guardianships {
        id
        endedAt
        ward {
          id
          name
        }
      }
    }
    organizations(first: 100) {
      nodes {
        id
        name
        city
        accredited
        purposes {
          code
          name
          legalText
          opens
        }
      }
    }
  }
`);

/** Gives an organisation a permission, after showing what it will see. An address may name the organisation, the purpose and the ward. */
export const page = definePage({
  document: NewPermissionPage,
  title: msg`Yeni icazə`,
  Component: function NewPermission({ answer, search }) {
    const { t } = useLingui();
    const organizations = sectionOf<typeof answer.data.organizations>(answer, ['organizations']);
    const ward = answer.data.me?.guardianships?.find(
      (guardianship) => guardianship.endedAt == null && guardianship.ward.id === search['for'],
    )?.ward;
    const wardName = ward?.name ?? t`Himayənizdəki şəxs`;
    return (
      <div className="grid gap-8">
        <PageHead title={<Trans>Yeni icazə</Trans>}>
          {ward === undefined ? (
            <Trans>Kimə, nə üçün və nəyi açdığınızı seçin. Təsdiqdən əvvəl onun nə görəcəyini görürsünüz.</Trans>
          ) : (
            <Trans>{wardName} adından: kimə, nə üçün və nəyi açdığınızı seçin.</Trans>
          )}
        </PageHead>
        <PageSection
          title={<Trans>İcazənin şərtləri</Trans>}
          of={organizations}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Birlikdə hələ təşkilat yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <PermissionForm
              organizations={nodes.filter(({ accredited }) => accredited === true)}
              chosenOrganization={search['organization'] ?? ''}
              chosenPurpose={search['purpose'] ?? ''}
              ward={ward?.id ?? null}
            />
          )}
        </PageSection>
        <PrivacyPlaces />
      </div>
    );
  },
});
