import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Empty } from '../../../design/states/empty.js';
import { Failed } from '../../../design/states/failed.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { PageTurns } from '../page-turns.js';
import { purposePage } from '../purpose/officer-page.js';
import { SelectionBar } from '../selection/selection-bar.js';
import { SelectionProvider } from '../selection/selection.js';
import { FoundCard } from './found-card.js';
import { FoundFiles } from './found-files.js';
import { addressOf, variablesOf, type Wanted, wantedOf } from './search-address.js';
import { SavedSearches } from './saved-searches.js';
import { SearchFilters } from './search-filters.js';
import { SearchResults } from './search-results.js';

const SearchPage = graphql(`
  query SearchPage(
    $filter: [SearchFacetFilter!]
    $sort: SearchCardOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) @purpose(is: "stated") {
    searchCards(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...FoundCard
      }
      counts {
        total
        facets {
          facet
          value
          label
          count
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    savedSearches {
      id
      ...SavedSearches_search
    }
  }
`);

const heading = msg`Könüllü axtarışı`;

/** People who let themselves be found for the purpose of the visit: filters, selection, and what to do with the selected. */
export const page = purposePage(
  definePage({
    document: SearchPage,
    variables: ({ search }) => variablesOf(search),
    title: heading,
    Component: function Search({ answer, search }) {
      const navigate = useNavigate();
      const wanted = wantedOf(search);
      const found = sectionOf<typeof answer.data.searchCards>(answer, ['searchCards']);
      const look = (next: Wanted) => void navigate({ to: '/search', search: addressOf(next), resetScroll: false });
      const list = answer.data.searchCards;
      const cards = (list?.nodes ?? []).map((node) => readFragment(FoundCard, node));
      const total = list?.counts?.total ?? null;
      return (
        <div className="grid gap-5">
          <div className="grid gap-1">
            <h1>
              <Trans>Könüllü axtarışı</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>Burada bu məqsəd üçün tapılmaq istəyən və kartını sizə açan insanlar var.</Trans>
            </p>
          </div>
          <div className="grid items-start gap-4 lg:grid-cols-[13rem_1fr]">
            <div className="grid gap-4">
              <SavedSearches
                searches={answer.data.savedSearches ?? []}
                wanted={wanted}
                onLook={look}
                onChanged={answer.reload}
              />
              <SearchFilters wanted={wanted} counts={list?.counts?.facets ?? []} cards={cards} onLook={look} />
            </div>
            <div className="grid min-w-0 gap-4">
              {found.kind === 'down' ? (
                <Failed error={found.error} requestId={answer.requestId} onRetry={answer.reload} />
              ) : (
                <>
                  <p role="status" className="text-soft">
                    {total === null ? (
                      cards.length > 0 && (
                        <Plural value={cards.length} one="Bu səhifədə # nəfər" other="Bu səhifədə # nəfər" />
                      )
                    ) : (
                      <Plural value={total} one="# nəfər tapıldı" other="# nəfər tapıldı" />
                    )}
                  </p>
                  {cards.length === 0 ? (
                    <Empty
                      action={
                        Object.keys(wanted.values).length > 0 && (
                          <Button variant="secondary" onPress={() => look({ ...wanted, values: {} })}>
                            <Trans>Süzgəcləri təmizlə</Trans>
                          </Button>
                        )
                      }
                    >
                      <Trans>Bu məqsəd üçün belə kartı sizə açan hələ yoxdur.</Trans>
                    </Empty>
                  ) : (
                    <SearchResults cards={cards} wanted={wanted} isStale={answer.stale} onLook={look} />
                  )}
                  {list != null && <PageTurns of={list.pageInfo} search={addressOf(wanted)} />}
                </>
              )}
            </div>
          </div>
          <SelectionBar>
            <FoundFiles />
          </SelectionBar>
        </div>
      );
    },
  }),
  heading,
  SelectionProvider,
);
