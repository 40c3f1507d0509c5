import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay, formatList } from '../../../language/format.js';
import { PageLinks } from '../paging/page-links.js';
import { SourceNote } from '../source/source-note.js';
import { ConferenceCard } from './conference-card.js';

const ConferencesPage = graphql(`
  query ConferencesPage($after: String) @purpose(is: "none") {
    chairTerms(first: 20) {
      nodes {
        id
        startsOn
        endsOn
        holders {
          id
          country {
            code
          }
          organization {
            id
            name
          }
        }
        source {
          ...SourceNote_source
        }
      }
    }
    conferences(first: 10, after: $after) {
      nodes {
        id
        ...ConferenceCard_conference
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who chairs the center, and the conferences of its countries. */
export const page = definePage({
  document: ConferencesPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Konfranslar və sədrlik`,
  Component: function Conferences({ answer, search }) {
    const { t } = useLingui();
    const shared = {
      owner: <Trans>Beynəlxalq Könüllülük Mərkəzi</Trans>,
      empty: (
        <Empty>
          <Trans>Hələ konfrans yoxdur. Keçirilən və gözlənilən konfranslar burada görünəcək.</Trans>
        </Empty>
      ),
      onRetry: answer.reload,
    };
    return (
      <div className="grid gap-10">
        <header className="grid gap-2">
          <Link to="/countries">
            <Trans>Bütün ölkələr</Trans>
          </Link>
          <h1>
            <Trans>Konfranslar və sədrlik</Trans>
          </h1>
        </header>
        <PageSection
          {...shared}
          title={<Trans>Mərkəzə kim sədrlik edir</Trans>}
          of={sectionOf<typeof answer.data.chairTerms>(answer, ['chairTerms'])}
        >
          {({ nodes }) => (
            <DataTable
              caption={t`Sədrlik dövrləri`}
              rows={nodes}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'when',
                  title: t`Dövr`,
                  cell: ({ startsOn, endsOn }) => `${formatDay(startsOn)} – ${formatDay(endsOn)}`,
                },
                {
                  key: 'who',
                  title: t`Sədr`,
                  cell: ({ holders }) => (
                    <ul>
                      {holders.map(({ id, organization }) => (
                        <li key={id}>
                          {organization && <Link to={`/members/${organization.id}`}>{organization.name}</Link>}
                        </li>
                      ))}
                    </ul>
                  ),
                },
                {
                  key: 'country',
                  title: t`Ölkə`,
                  cell: ({ holders }) =>
                    formatList(holders.flatMap(({ country }) => (country == null ? [] : formatCountry(country.code)))),
                },
                { key: 'source', title: t`Mənbə`, cell: ({ source }) => <SourceNote source={source} /> },
              ]}
            />
          )}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Konfranslar</Trans>}
          of={sectionOf<typeof answer.data.conferences>(answer, ['conferences'])}
        >
          {({ nodes, pageInfo }) => (
            <div className="grid gap-4">
              {nodes.map((conference) => (
                <ConferenceCard key={conference.id} conference={conference} />
              ))}
              <PageLinks to="/conferences" search={search} pageInfo={pageInfo} />
            </div>
          )}
        </PageSection>
      </div>
    );
  },
});
