import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { basisTerms } from '../../../language/terms.js';
import { type Address, definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { loggedCategoryTerms } from '../privacy-terms.js';
import { DataView, type View, type ViewEntry, viewerKey, viewsOf } from './data-view.js';
import { RaisedInquiries, RaisedInquiry } from './raised-inquiries.js';
import { codeIn, ViewFilter } from './view-filter.js';
import { ViewItem } from './view-item.js';
import { ViewerName } from './viewer-name.js';

const DataViewsPage = graphql(`
  query DataViewsPage($after: String, $category: LoggedCategory, $bases: [GrantBasis!], $bySelf: Boolean)
  @purpose(is: "none") {
    me {
      id
      whoViewedMyData(first: 100, after: $after, category: $category, bases: $bases, bySelf: $bySelf) {
        edges {
          cursor
          node {
            ...DataView
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
      inquiries(first: 20) {
        nodes {
          ...RaisedInquiry
        }
      }
    }
  }
`);

/** Who looked at a person’s data, by day or by who it was, at what and by what right. What the person looked at themself is shown when it is wanted. */
export const page = definePage({
  document: DataViewsPage,
  variables: ({ search }) => ({
    after: search['after'],
    category: codeIn(loggedCategoryTerms, search['category']),
    bases: basesOf(search),
    bySelf: isOwnShown(search) ? null : false,
  }),
  title: msg`Məlumatıma kim baxıb`,
  Component: function DataViews({ answer, search }) {
    const { t } = useLingui();
    const log = sectionOf<NonNullable<typeof answer.data.me>['whoViewedMyData']>(answer, ['me', 'whoViewedMyData']);
    const edges = answer.data.me?.whoViewedMyData?.edges ?? [];
    const entries = edges.map(({ node }, index): ViewEntry => ({
      ...readFragment(DataView, node),
      before: edges[index - 1]?.cursor ?? search['after'] ?? null,
    }));
    const views = viewsOf(entries);
    const isByViewer = search['by'] === 'viewer';
    const areOwnShown = isOwnShown(search);
    const isNarrowed = search['category'] !== undefined || search['basis'] !== undefined;
    const groups = Map.groupBy(views, ({ first }) =>
      isByViewer ? viewerKey(first) : formatMoment(first.decidedAt, { weekday: true }),
    );
    const { endCursor, hasNextPage } = answer.data.me?.whoViewedMyData?.pageInfo ?? {};
    return (
      <div className="grid gap-8">
        <PageHead title={<Trans>Məlumatıma kim baxıb</Trans>}>
          <Trans>
            Hər baxış və hər uğursuz cəhd burada qalır. Təşkilatdan səbəbini soruşa və etiraz edə bilərsiniz.
          </Trans>
        </PageHead>
        <RaisedInquiries inquiries={readFragment(RaisedInquiry, answer.data.me?.inquiries?.nodes ?? [])} />
        <nav aria-label={t`Baxışların sırası`} className="flex flex-wrap gap-2">
          <Choice isChosen={!isByViewer} search={{ ...search, by: 'day' }}>
            <Trans>Günlər üzrə</Trans>
          </Choice>
          <Choice isChosen={isByViewer} search={{ ...search, by: 'viewer' }}>
            <Trans>Baxanlar üzrə</Trans>
          </Choice>
          <ButtonLink
            variant="quiet"
            to="/me/views"
            search={{ ...search, after: undefined, own: areOwnShown ? 'hidden' : 'shown' }}
          >
            {areOwnShown ? <Trans>Öz baxışlarımı gizlət</Trans> : <Trans>Öz baxışlarımı da göstər</Trans>}
          </ButtonLink>
        </nav>
        <ViewFilter search={search} />
        <PageSection
          title={isByViewer ? <Trans>Baxanlar</Trans> : <Trans>Baxışlar</Trans>}
          of={log.kind === 'data' && groups.size === 0 ? { kind: 'empty' } : log}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              {isNarrowed ? (
                <Trans>Bu seçimə uyğun baxış yoxdur.</Trans>
              ) : areOwnShown ? (
                <Trans>Hələ heç kim baxmayıb.</Trans>
              ) : (
                <Trans>Hələ sizdən başqa heç kim baxmayıb. Kim nəyə baxsa, burada görünəcək.</Trans>
              )}
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <div className="grid max-w-3xl gap-6">
              {[...groups].map(([key, members]) => (
                <section key={key} className="grid gap-1">
                  <h3 className="border-b border-line pb-1">
                    <GroupName views={members} isByViewer={isByViewer} day={key} />
                  </h3>
                  <ul className="divide-y divide-line">
                    {members.map((view) => (
                      <ViewItem key={view.key} view={view} isUnderViewer={isByViewer} onRaised={answer.reload} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )}
        </PageSection>
        <div className="flex flex-wrap gap-3">
          {search['after'] !== undefined && (
            <ButtonLink variant="secondary" to="/me/views" search={{ ...search, after: undefined }}>
              <Trans>Ən yenilər</Trans>
            </ButtonLink>
          )}
          {hasNextPage === true && (
            <ButtonLink variant="secondary" to="/me/views" search={{ ...search, after: endCursor ?? undefined }}>
              <Trans>Daha əvvəlkilər</Trans>
            </ButtonLink>
          )}
        </div>
        <PrivacyPlaces />
      </div>
    );
  },
});

const isOwnShown = (search: Address['search']) => search['own'] === 'shown';

function basesOf(search: Address['search']) {
  const basis = codeIn(basisTerms, search['basis']);
  return basis === null ? null : [basis];
}

function Choice(props: { isChosen: boolean; search: Record<string, string>; children: ReactNode }) {
  return (
    <ButtonLink
      to="/me/views"
      search={props.search}
      variant={props.isChosen ? 'chosen' : 'secondary'}
      aria-current={props.isChosen ? 'true' : undefined}
    >
      {props.children}
    </ButtonLink>
  );
}

function GroupName({ views, isByViewer, day }: { views: readonly View[]; isByViewer: boolean; day: string }) {
  const [view] = views;
  return isByViewer && view !== undefined ? <ViewerName entry={view.first} /> : day;
}
