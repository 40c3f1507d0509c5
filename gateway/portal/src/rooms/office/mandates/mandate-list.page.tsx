import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { NextPage } from '../next-page.js';

const OfficeMandatesPage = graphql(`
  query OfficeMandatesPage($after: String) @purpose(is: "none") {
    mandates(first: 50, after: $after) {
      nodes {
        id
        category
        purpose
        givenAt
        endsAt
        revokedAt
        giver {
          id
          name
        }
        holder {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    purposes {
      code
      name
    }
  }
`);

/** Which organisation lets which other read for it. Only the one that gave a mandate takes it back. */
export const page = definePage({
  document: OfficeMandatesPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Səlahiyyətlər`,
  Component: function OfficeMandates({ answer, search }) {
    const { t, i18n } = useLingui();
    const mandates = sectionOf<typeof answer.data.mandates>(answer, ['mandates']);
    const purposeName = (code: string) => answer.data.purposes?.find((purpose) => purpose.code === code)?.name ?? code;
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Səlahiyyətlər</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Bir təşkilat başqasına öz adından oxumağa icazə verir. Səlahiyyəti yalnız verən geri götürür; ofis görür.
            </Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Siyahı</Trans>}
          of={mandates}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Hələ heç bir səlahiyyət verilməyib.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <DataTable
                caption={t`Səlahiyyətlər`}
                isStale={answer.stale}
                rows={nodes}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'giver', title: t`Verən`, cell: ({ giver }) => <OrganizationLink organization={giver} /> },
                  { key: 'holder', title: t`Alan`, cell: ({ holder }) => <OrganizationLink organization={holder} /> },
                  { key: 'purpose', title: t`Məqsəd`, cell: ({ purpose }) => purposeName(purpose) },
                  { key: 'category', title: t`Nəyi`, cell: ({ category }) => i18n._(categoryTerms[category]) },
                  {
                    key: 'until',
                    title: t`Nə vaxta qədər`,
                    cell: ({ endsAt, revokedAt }) => <Until endsAt={endsAt} revokedAt={revokedAt} />,
                  },
                ]}
              />
              <NextPage to="/office/mandates" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});

function OrganizationLink({
  organization,
}: {
  organization: { readonly id: string; readonly name: string | null } | null;
}) {
  if (organization === null) return <Trans>Təşkilat məlum deyil</Trans>;
  return (
    <Link to="/office/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  );
}

function Until({ endsAt, revokedAt }: { endsAt: string; revokedAt: string | null }) {
  if (revokedAt !== null)
    return (
      <Tag>
        <Trans>geri götürülüb</Trans>
      </Tag>
    );
  if (Date.parse(endsAt) <= Date.now())
    return (
      <Tag>
        <Trans>bitib</Trans>
      </Tag>
    );
  return formatMoment(endsAt);
}
