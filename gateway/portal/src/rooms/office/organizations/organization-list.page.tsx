import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { NextPage } from '../next-page.js';
import { AccreditationTag } from './accreditation-tag.js';
import { filterOf, OrganizationFilters } from './organization-filters.js';

const OrganizationListPage = graphql(`
  query OrganizationListPage(
    $kind: OrganizationKind
    $standings: [OrganizationStanding!]
    $text: String
    $after: String
  ) @purpose(is: "none") {
    organizations(kind: $kind, standings: $standings, text: $text, first: 50, after: $after) {
      nodes {
        id
        name
        kind
        city
        country {
          code
        }
        ...AccreditationTag_organization
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The organisations of the federation. */
export const page = definePage({
  document: OrganizationListPage,
  variables: ({ search }) => ({ ...filterOf(search), after: search['after'] ?? null }),
  title: msg`Təşkilatlar`,
  Component: function OrganizationList({ answer, search }) {
    const { t, i18n } = useLingui();
    const organizations = sectionOf<typeof answer.data.organizations>(answer, ['organizations']);
    return (
      <div className="grid gap-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1>
            <Trans>Təşkilatlar</Trans>
          </h1>
          <ButtonLink to="/office/organizations/new">
            <Trans>Təşkilatı reyestrə yaz</Trans>
          </ButtonLink>
        </div>
        <OrganizationFilters search={search} />
        <PageSection
          title={<Trans>Siyahı</Trans>}
          of={organizations}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty
              action={
                <ButtonLink to="/office/organizations" variant="secondary">
                  <Trans>Hamısını göstər</Trans>
                </ButtonLink>
              }
            >
              <Trans>Belə təşkilat yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <DataTable
                caption={t`Təşkilatlar`}
                isStale={answer.stale}
                rows={nodes}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t`Təşkilat`,
                    cell: ({ id, name }) => (
                      <Link to="/office/organizations/$id" params={{ id }}>
                        {name}
                      </Link>
                    ),
                  },
                  {
                    key: 'kind',
                    title: t`Növü`,
                    cell: (row) => row.kind && i18n._(organizationKindTerms[row.kind]),
                  },
                  {
                    key: 'place',
                    title: t`Yer`,
                    cell: ({ city, country }) =>
                      [city, country && formatCountry(country.code)].filter(Boolean).join(', ') || '–',
                  },
                  {
                    key: 'state',
                    title: t`Vəziyyəti`,
                    cell: (organization) => (
                      <span className="whitespace-nowrap">
                        <AccreditationTag organization={organization} />
                      </span>
                    ),
                  },
                ]}
              />
              <NextPage to="/office/organizations" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
