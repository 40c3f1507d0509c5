import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Cards } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { PageLinks } from '../paging/page-links.js';
import { DirectoryEntry } from './directory-entry.js';
import { DirectoryFilter } from './directory-filter.js';

const DirectoryPage = graphql(`
  query DirectoryPage($filter: AlumniDirectoryFilter, $after: String) @purpose(is: "none") {
    alumniDirectory(first: 24, after: $after, filter: $filter) {
      nodes {
        id
        ...DirectoryEntry_entry
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    alumniAssociations(first: 50) {
      nodes {
        id
        countries {
          code
        }
      }
    }
  }
`);

/** Students and alumni abroad who let whoever looks find them. */
export const page = definePage({
  document: DirectoryPage,
  variables: ({ search: { text, country, field, after } }) => ({
    filter: { text: text ?? null, countryCode: country ?? null, fieldCode: field ?? null },
    after: after ?? null,
  }),
  title: msg`Tələbələr və məzunlar`,
  Component: function Directory({ answer, search }) {
    const viewer = useViewer();
    const codes = (answer.data.alumniAssociations?.nodes ?? [])
      .flatMap(({ countries }) => countries ?? [])
      .map(({ code }) => code);
    return (
      <div className="grid gap-6">
        <div className="grid max-w-2xl gap-1">
          <h1>
            <Trans>Tələbələr və məzunlar</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Hər kəs hansı məlumatını kimə göstərdiyini özü seçir. Sizə açıq olanı görürsünüz.</Trans>
          </p>
          {viewer.kind === 'person' && (
            <p>
              <Link to="/me/alumni">
                <Trans>Mənim məlumatım kimə görünür?</Trans>
              </Link>
            </p>
          )}
        </div>
        <DirectoryFilter search={search} codes={[...new Set(codes)]} />
        <PageSection
          title={<Trans>Tapılanlar</Trans>}
          of={sectionOf<typeof answer.data.alumniDirectory>(answer, ['alumniDirectory'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Sizə görünən belə adam yoxdur. Seçiminizi genişləndirin.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <Cards>
                {nodes.map((entry) => (
                  <DirectoryEntry key={entry.id} entry={entry} />
                ))}
              </Cards>
              <PageLinks to="/directory" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
