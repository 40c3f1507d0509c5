import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { SentTable } from './sent-table.js';

const LettersPage = graphql(`
  query LettersPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    sentMessages(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        ...SentTable_message
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`);

/** What became of what was written to people on behalf of the officer's organisation. */
export const page = officerPage(
  definePage({
    document: LettersPage,
    variables: ({ search }) => placeOf(search),
    title: msg`Göndərilən mesajlar`,
    Component: function Letters({ answer }) {
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Göndərilən mesajlar</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>Təşkilatınızın adından insanlara nə vaxt yazılıb, oxunubmu və başqa hara çatıb.</Trans>
            </p>
          </div>
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={sectionOf<typeof answer.data.sentMessages>(answer, ['sentMessages'])}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty
                action={
                  <ButtonLink to="/search" variant="secondary">
                    <Trans>Könüllü axtar</Trans>
                  </ButtonLink>
                }
              >
                <Trans>Hələ heç kimə yazılmayıb. Yazmaq üçün axtarışda və ya reyestrinizdə insanları seçin.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <SentTable messages={nodes} />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
        </div>
      );
    },
  }),
);
