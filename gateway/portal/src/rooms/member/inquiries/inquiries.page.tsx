import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { Tabs } from '../tabs.js';
import { CorrectionItem } from './correction-item.js';
import { InquiryItem } from './inquiry-item.js';

const InquiriesPage = graphql(`
  query InquiriesPage(
    $corrections: Boolean!
    $onlyOpen: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) @purpose(is: "none") {
    organizationInquiries(onlyOpen: $onlyOpen, first: $first, after: $after, last: $last, before: $before)
      @skip(if: $corrections) {
      nodes {
        id
        ...InquiryItem_inquiry
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    organizationCorrections(onlyOpen: $onlyOpen, first: $first, after: $after, last: $last, before: $before)
      @include(if: $corrections) {
      nodes {
        id
        ...CorrectionItem_correction
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    purposes {
      code
      name
    }
  }
`);

/** What people ask the organisation about its reads and its facts, each with its clock. */
export const page = officerPage(
  definePage({
    document: InquiriesPage,
    variables: ({ search }) => ({
      corrections: search['what'] === 'corrections',
      onlyOpen: search['all'] !== '1',
      ...placeOf(search),
    }),
    title: msg`Suallar`,
    Component: function Inquiries({ answer, search }) {
      const isCorrections = search['what'] === 'corrections';
      const isAll = search['all'] === '1';
      const what: Record<string, string> = isCorrections ? { what: 'corrections' } : {};
      const all: Record<string, string> = isAll ? { all: '1' } : {};
      const purposes = new Map((answer.data.purposes ?? []).map(({ code, name }) => [code, name]));
      const office = <Trans>Birliyin ofisi</Trans>;
      const empty = (
        <Empty>
          {isAll ? (
            <Trans>Hələ heç nə soruşulmayıb. Məlumatına baxdığınız şəxslərin sualları burada görünəcək.</Trans>
          ) : (
            <Trans>Cavab gözləyən yoxdur.</Trans>
          )}
        </Empty>
      );
      return (
        <div className="grid gap-6">
          <h1>
            <Trans>Suallar</Trans>
          </h1>
          <Tabs
            tabs={[
              { key: 'inquiries', title: <Trans>Baxışlar haqqında</Trans>, search: all, isCurrent: !isCorrections },
              {
                key: 'corrections',
                title: <Trans>Düzəlişlər</Trans>,
                search: { what: 'corrections', ...all },
                isCurrent: isCorrections,
              },
            ]}
          />
          <Tabs
            tabs={[
              { key: 'open', title: <Trans>Cavab gözləyənlər</Trans>, search: what, isCurrent: !isAll },
              { key: 'all', title: <Trans>Hamısı</Trans>, search: { ...what, all: '1' }, isCurrent: isAll },
            ]}
          />
          {isCorrections ? (
            <PageSection
              title={<Trans>Düzəliş xahişləri</Trans>}
              of={sectionOf<typeof answer.data.organizationCorrections>(answer, ['organizationCorrections'])}
              owner={office}
              empty={empty}
              onRetry={answer.reload}
            >
              {({ nodes, pageInfo }) => (
                <div className="grid gap-4">
                  {nodes.map((node) => (
                    <CorrectionItem key={node.id} correction={node} />
                  ))}
                  <PageTurns of={pageInfo} search={{ ...what, ...all }} />
                </div>
              )}
            </PageSection>
          ) : (
            <PageSection
              title={<Trans>Baxışlar haqqında suallar və etirazlar</Trans>}
              of={sectionOf<typeof answer.data.organizationInquiries>(answer, ['organizationInquiries'])}
              owner={office}
              empty={empty}
              onRetry={answer.reload}
            >
              {({ nodes, pageInfo }) => (
                <div className="grid gap-4">
                  {nodes.map((node) => (
                    <InquiryItem key={node.id} inquiry={node} purposes={purposes} />
                  ))}
                  <PageTurns of={pageInfo} search={{ ...what, ...all }} />
                </div>
              )}
            </PageSection>
          )}
        </div>
      );
    },
  }),
);
