import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { AccreditationTag } from './accreditation-tag.js';
import { OrganizationHistory } from './organization-history.js';
import { OrganizationKeys } from '../../_shared/organization/organization-keys.js';
import { OrganizationOfficers } from './organization-officers.js';
import { OrganizationPurposes } from './organization-purposes.js';
import { OrganizationRepresentation } from './organization-representation.js';
import { OrganizationStanding } from './organization-standing.js';
import { OrganizationSystems } from '../../_shared/organization/organization-systems.js';

const OfficeOrganizationPage = graphql(`
  query OfficeOrganizationPage($id: ID!, $after: String) @purpose(is: "none") {
    organization(id: $id) {
      id
      name
      kind
      city
      country {
        code
      }
      website
      contactEmail
      timeZone
      source {
        document
        generated
      }
      ...AccreditationTag_organization
      ...OrganizationStanding_organization
      ...OrganizationRepresentation_organization
      ...OrganizationPurposes_organization
      ...OrganizationOfficers_organization
      ...OrganizationSystems_organization
      ...OrganizationKeys_organization
      ...OrganizationHistory_organization
    }
    purposes {
      ...OrganizationPurposes_purpose
    }
    issuers {
      issuer
      withdrawnAt
    }
  }
`);

/** One organisation as the office sees to it. */
export const page = definePage({
  document: OfficeOrganizationPage,
  variables: ({ params, search }) => ({ id: params['id'] ?? '', after: search['after'] ?? null }),
  title: msg`Təşkilat`,
  Component: function OfficeOrganization({ answer, search }) {
    const { i18n } = useLingui();
    const found = sectionOf<typeof answer.data.organization>(answer, ['organization']);
    if (found.kind === 'down')
      return (
        <LoneState title={<Trans>Təşkilat</Trans>}>
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        </LoneState>
      );
    if (found.kind !== 'data')
      return (
        <LoneState title={<Trans>Təşkilat</Trans>}>
          <Empty
            action={
              <Link to="/office/organizations">
                <Trans>Təşkilatlar</Trans>
              </Link>
            }
          >
            <Trans>Belə təşkilat yoxdur.</Trans>
          </Empty>
        </LoneState>
      );
    const organization = found.value;
    const issuers = (answer.data.issuers ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
    const place = [organization.city, organization.country && formatCountry(organization.country.code)];
    return (
      <div className="grid gap-10">
        <div className="grid gap-4">
          <Link to="/office/organizations">
            <Trans>Təşkilatlar</Trans>
          </Link>
          <div className="grid justify-items-start gap-2">
            <h1>{organization.name}</h1>
            <AccreditationTag organization={organization} />
          </div>
          <Facts
            rows={[
              [<Trans>Növü</Trans>, organization.kind && i18n._(organizationKindTerms[organization.kind])],
              [<Trans>Yer</Trans>, place.filter(Boolean).join(', ')],
              [<Trans>Sayt</Trans>, organization.website],
              [<Trans>E-poçt</Trans>, organization.contactEmail],
              [<Trans>Saat qurşağı</Trans>, organization.timeZone],
              [<Trans>Mənbə</Trans>, organization.source?.document],
            ]}
          />
          <OrganizationStanding organization={organization} />
        </div>
        <OrganizationPurposes
          organization={organization}
          purposes={answer.data.purposes ?? []}
          onChanged={answer.reload}
        />
        <OrganizationRepresentation organization={organization} issuers={issuers.map(({ issuer }) => issuer)} />
        <OrganizationOfficers organization={organization} onChanged={answer.reload} />
        <OrganizationSystems organization={organization} onChanged={answer.reload} />
        <OrganizationKeys organization={organization} onChanged={answer.reload} />
        <OrganizationHistory organization={organization} search={search} />
      </div>
    );
  },
});
