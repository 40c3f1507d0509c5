import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Cards } from '../../../design/base/card.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { SilentMembers } from '../../../design/states/silent-members.js';
import { graphql } from '../../../generated/gql.js';
import { PageLinks } from '../paging/page-links.js';
import { OpportunityCard } from './opportunity-card.js';
import { OpportunityFilter } from './opportunity-filter.js';

const OpportunityListPage = graphql(`
  query OpportunityListPage(
    $countryCode: CountryCode
    $organizationId: ID
    $open: Boolean
    $text: String
    $from: Date
    $to: Date
    $after: String
  ) @purpose(is: "none") {
    opportunities(
      first: 24
      after: $after
      countryCode: $countryCode
      organizationId: $organizationId
      open: $open
      text: $text
      from: $from
      to: $to
    ) {
      nodes {
        id
        ...OpportunityCard_opportunity
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    unions: organizations(kind: UNION, first: 50) {
      nodes {
        id
        ...OpportunityFilter_organization
      }
    }
    members: organizations(kind: MEMBER_ORGANIZATION, first: 100) {
      nodes {
        id
        ...OpportunityFilter_organization
      }
    }
  }
`);

/** What the list is narrowed to, in the address; `ended` for what takes no applications any more. */
const filters = ['country', 'organization', 'text', 'from', 'to', 'ended'];

/** What volunteers can do now, or could, those that begin last first. */
export const page = definePage({
  document: OpportunityListPage,
  variables: ({ search }) => ({
    countryCode: search['country'] ?? null,
    organizationId: search['organization'] ?? null,
    open: search['ended'] !== 'true',
    text: search['text'] ?? null,
    from: search['from'] ?? null,
    to: search['to'] ?? null,
    after: search['after'] ?? null,
  }),
  title: msg`Elanlar`,
  Component: function OpportunityList({ answer, search }) {
    const { unions, members } = answer.data;
    const isFiltered = filters.some((filter) => search[filter] !== undefined);
    return (
      <div className="grid gap-6">
        <h1>
          <Trans>Könüllü axtaran elanlar</Trans>
        </h1>
        <SilentMembers answer={answer} />
        <OpportunityFilter organizations={[...(unions?.nodes ?? []), ...(members?.nodes ?? [])]} search={search} />
        <PageSection
          title={isFiltered ? <Trans>Seçiminizə uyğun elanlar</Trans> : <Trans>Müraciət qəbul olunan elanlar</Trans>}
          of={sectionOf<typeof answer.data.opportunities>(answer, ['opportunities'])}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          empty={
            <Empty
              action={
                isFiltered && (
                  <ButtonLink to="/opportunities" variant="secondary">
                    <Trans>Açıq elanların hamısını göstər</Trans>
                  </ButtonLink>
                )
              }
            >
              {isFiltered ? (
                <Trans>Bu seçimə uyğun elan yoxdur. Başqa söz, gün və ya ölkə ilə yoxlayın.</Trans>
              ) : (
                <Trans>Hazırda müraciət qəbul edən elan yoxdur. Yeniləri burada görünəcək.</Trans>
              )}
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <Cards>
                {nodes.map((opportunity) => (
                  <OpportunityCard key={opportunity.id} opportunity={opportunity} />
                ))}
              </Cards>
              <PageLinks to="/opportunities" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
