import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Card, Cards } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Select } from '../../../design/form/select.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import type { OrganizationKind } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { compareText } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { placeText } from '../opportunities/place-text.js';
import { PageLinks } from '../paging/page-links.js';

const MemberListPage = graphql(`
  query MemberListPage($kind: OrganizationKind, $after: String) @purpose(is: "none") {
    organizations(first: 24, after: $after, kind: $kind) {
      nodes {
        id
        name
        kind
        city
        accredited
        country {
          code
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const isKind = (kind: string | undefined): kind is OrganizationKind =>
  kind !== undefined && Object.hasOwn(organizationKindTerms, kind);

/** Every organisation of the federation, by name. */
export const page = definePage({
  document: MemberListPage,
  variables: ({ search }) => ({
    kind: isKind(search['kind']) ? search['kind'] : null,
    after: search['after'] ?? null,
  }),
  title: msg`Üzvlər`,
  Component: function MemberList({ answer, search }) {
    const { i18n } = useLingui();
    return (
      <div className="grid gap-6">
        <h1>
          <Trans>Birliyin üzvləri</Trans>
        </h1>
        <KindFilter kind={search['kind'] ?? ''} />
        <PageSection
          title={isKind(search['kind']) ? i18n._(organizationKindTerms[search['kind']]) : <Trans>Bütün üzvlər</Trans>}
          of={sectionOf<typeof answer.data.organizations>(answer, ['organizations'])}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Bu seçimə uyğun üzv yoxdur. Başqa seçim edin.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <Cards>
                {nodes.map(({ id, name, kind, city, country, accredited }) => (
                  <Card key={id}>
                    <h3>
                      <Link to={`/members/${id}`}>{name}</Link>
                    </h3>
                    <p className="text-soft">{kind && i18n._(organizationKindTerms[kind])}</p>
                    <p className="text-soft">{placeText(city, country?.code)}</p>
                    {accredited === false && (
                      <p>
                        <Tag tone="warning">
                          <Trans>Akkreditə olunmayıb</Trans>
                        </Tag>
                      </p>
                    )}
                  </Card>
                ))}
              </Cards>
              <PageLinks to="/members" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});

function KindFilter({ kind }: { kind: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const kinds = Object.entries(organizationKindTerms)
    .map(([value, term]) => ({ value, text: i18n._(term) }))
    .toSorted((one, other) => compareText(one.text, other.text));
  return (
    <form className="max-w-sm" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t`Nə təşkilatdır`}
        value={kind}
        onChange={(value) => void navigate({ to: '/members', search: value === '' ? {} : { kind: value } })}
        options={[{ value: '', text: t`Hamısı` }, ...kinds]}
      />
    </form>
  );
}
