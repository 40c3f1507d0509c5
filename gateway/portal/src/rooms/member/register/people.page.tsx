import { useLingui as useCatalogue } from '@lingui/react';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatList } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { roleTerms, tieTerms } from '../member-terms.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { organizationKey, purposePage } from '../purpose/officer-page.js';
import { SelectionBar } from '../selection/selection-bar.js';
import { type SelectedPerson, SelectionProvider, useSelection } from '../selection/selection.js';

const RegisterPeoplePage = graphql(`
  query RegisterPeoplePage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "stated") {
    volunteers(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        name
        affiliations {
          id
          role
          status
          since
          organization {
            id
          }
        }
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

const heading = msg`Bizə bağlı insanlar`;

const personOf = ({ id }: { readonly id: string }): SelectedPerson => ({ id, card: null });

/** Whom the organisation may list for the purpose of the visit: its own, and who let it in. */
export const page = purposePage(
  definePage({
    document: RegisterPeoplePage,
    variables: ({ search }) => placeOf(search, 50),
    title: heading,
    Component: function RegisterPeople({ answer, params }) {
      const { i18n } = useCatalogue();
      const { t } = useLingui();
      const selection = useSelection();
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Bizə bağlı insanlar</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>Təşkilatınızın üzvləri və bu məqsəd üçün sizə icazə verənlər.</Trans>
            </p>
          </div>
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={sectionOf<typeof answer.data.volunteers>(answer, ['volunteers'])}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty
                action={
                  <ButtonLink to="/register" variant="secondary">
                    <Trans>Reyestrimiz</Trans>
                  </ButtonLink>
                }
              >
                <Trans>
                  Hələ heç kim yoxdur. Reyestrdən kod verin: onu qəbul edən, həmçinin icazə verən hər kəs burada
                  görünür.
                </Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <Checkbox
                  isSelected={nodes.map(personOf).every(selection.has)}
                  onChange={() => selection.toggleAll(nodes.map(personOf))}
                >
                  <Trans>Bu səhifədəkilərin hamısını seç</Trans>
                </Checkbox>
                <DataTable
                  caption={t`Bizə bağlı insanlar`}
                  rows={nodes}
                  keyOf={({ id }) => id}
                  isStale={answer.stale}
                  columns={[
                    {
                      key: 'name',
                      title: <Trans>Şəxs</Trans>,
                      cell: ({ id, name }) => (
                        <div className="flex items-center gap-2">
                          <Checkbox
                            isSelected={selection.has(personOf({ id }))}
                            onChange={() => selection.toggle(personOf({ id }))}
                          >
                            <span className="sr-only">
                              {name == null ? <Trans>Seç: adını açmayan şəxs</Trans> : <Trans>Seç: {name}</Trans>}
                            </span>
                          </Checkbox>
                          <Link to="/people/$id" params={{ id }}>
                            {name ?? <Trans>Adını açmayıb</Trans>}
                          </Link>
                        </div>
                      ),
                    },
                    {
                      key: 'tie',
                      title: <Trans>Üzvlük</Trans>,
                      cell: ({ affiliations }) =>
                        formatList(
                          (affiliations ?? [])
                            .filter(({ organization }) => organization?.id === params[organizationKey])
                            .map(({ role, status }) => `${i18n._(roleTerms[role])} (${i18n._(tieTerms[status])})`),
                        ) || <Trans>icazə verib</Trans>,
                    },
                    {
                      key: 'since',
                      title: <Trans>Nə vaxtdan</Trans>,
                      cell: ({ affiliations }) => {
                        const [first] = (affiliations ?? []).map(({ since }) => since).toSorted();
                        return first === undefined ? '–' : formatDay(first);
                      },
                    },
                  ]}
                />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
          <SelectionBar />
        </div>
      );
    },
  }),
  heading,
  SelectionProvider,
);
