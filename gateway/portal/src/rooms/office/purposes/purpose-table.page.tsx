import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Check } from '../../../design/base/icons.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { categoryTerms, organizationKindTerms } from '../../../language/terms.js';
import { roleTerm } from '../office-terms.js';

const PurposeTablePage = graphql(`
  query PurposeTablePage @purpose(is: "none") {
    purposes {
      code
      name
      legalText
      kinds
      roles
      opens
      needsCase
      disclosureDelayDays
    }
  }
`);

const categories = Object.keys(categoryTerms) as GrantCategory[];

/** Who may read what for which purpose, in one table. */
export const page = definePage({
  document: PurposeTablePage,
  title: msg`Məqsədlər`,
  Component: function PurposeTable({ answer }) {
    const { t, i18n } = useLingui();
    const purposes = sectionOf<typeof answer.data.purposes>(answer, ['purposes']);
    const nameOfRole = (role: string) => {
      const term = roleTerm(role);
      return term === null ? role : i18n._(term);
    };
    return (
      <div className="grid gap-8">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Məqsədlər</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Siyahı qapalıdır. Məqsəd yalnız nəyin oxuna biləcəyini göstərir; bunun üçün hələ şəxsin icazəsi və ya
              başqa əsas lazımdır.
            </Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Hansı məqsəd nəyi aça bilər</Trans>}
          of={purposes}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Məqsəd yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(rows) => (
            <>
              <div className="max-sm:hidden">
                <DataTable
                  caption={t`Hansı məqsəd nəyi aça bilər`}
                  rows={rows}
                  keyOf={({ code }) => code}
                  columns={[
                    { key: 'name', title: t`Məqsəd`, cell: ({ name }) => name },
                    ...categories.map((category) => ({
                      key: category,
                      title: i18n._(categoryTerms[category]),
                      cell: ({ opens }: (typeof rows)[number]) =>
                        opens.includes(category) ? (
                          <>
                            <Check />
                            <span className="sr-only">
                              <Trans>bəli</Trans>
                            </span>
                          </>
                        ) : (
                          <span className="text-soft">
                            <span aria-hidden>–</span>
                            <span className="sr-only">
                              <Trans>xeyr</Trans>
                            </span>
                          </span>
                        ),
                    })),
                  ]}
                />
              </div>
              <h2 className="pt-4 max-sm:hidden">
                <Trans>Kim göstərə bilər</Trans>
              </h2>
              <ul className="grid gap-4 sm:grid-cols-2">
                {rows.map((purpose) => {
                  const { disclosureDelayDays: days } = purpose;
                  return (
                    <li key={purpose.code}>
                      <Card>
                        <h3>{purpose.name}</h3>
                        <p>{purpose.legalText}</p>
                        <Facts
                          rows={[
                            [
                              <Trans>Aça bilər</Trans>,
                              purpose.opens.length === 0 ? (
                                <Trans>heç kimin məlumatını</Trans>
                              ) : (
                                formatList(purpose.opens.map((category) => i18n._(categoryTerms[category])))
                              ),
                            ],
                            [<Trans>Rollar</Trans>, formatList(purpose.roles.map(nameOfRole))],
                            [
                              <Trans>Növlər</Trans>,
                              formatList(purpose.kinds.map((kind) => i18n._(organizationKindTerms[kind]))),
                            ],
                            [
                              <Trans>Şərt</Trans>,
                              purpose.needsCase ? <Trans>yalnız açıq mühafizə işi olanda</Trans> : null,
                            ],
                            [
                              <Trans>Şəxsə göstərilir</Trans>,
                              days === null ? (
                                <Trans>dərhal</Trans>
                              ) : (
                                <Plural value={days} one="# gün sonra" other="# gün sonra" />
                              ),
                            ],
                          ]}
                        />
                      </Card>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
