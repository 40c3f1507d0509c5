import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Switch } from '../../../design/base/switch.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { NextPage } from '../next-page.js';
import { GuardianshipCard } from './guardianship-card.js';

const OfficeGuardianshipsPage = graphql(`
  query OfficeGuardianshipsPage($inForce: Boolean!, $after: String) @purpose(is: "none") {
    guardianships(inForce: $inForce, first: 25, after: $after) {
      nodes {
        id
        ...GuardianshipCard_guardianship
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who decides for whom, as the office recorded it. */
export const page = definePage({
  document: OfficeGuardianshipsPage,
  variables: ({ search }) => ({ inForce: search['all'] !== 'true', after: search['after'] ?? null }),
  title: msg`Valideyn və qəyyumlar`,
  Component: function OfficeGuardianships({ answer, search }) {
    const navigate = useNavigate();
    const { t } = useLingui();
    const guardianships = sectionOf<typeof answer.data.guardianships>(answer, ['guardianships']);
    const isAll = search['all'] === 'true';
    return (
      <div className="grid gap-6">
        <header className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <h1>
              <Trans>Valideyn və qəyyumlar</Trans>
            </h1>
            <ButtonLink to="/office/guardianships/new">
              <Trans>Sənədlə qeydə al</Trans>
            </ButtonLink>
          </div>
          <p className="max-w-3xl text-soft">
            <Trans>Yetkinlik yaşına çatmayanın əvəzinə kim qərar verir. Yetkin olan gün özü-özünə bitir.</Trans>
          </p>
        </header>
        <Switch
          isSelected={isAll}
          onChange={(next) => void navigate({ to: '/office/guardianships', search: next ? { all: 'true' } : {} })}
        >
          <Trans>Qüvvədən düşənləri də göstər</Trans>
        </Switch>
        <PageSection
          title={isAll ? t`Hamısı` : t`Qüvvədə olanlar`}
          of={guardianships}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              {isAll ? (
                <Trans>
                  Hələ heç kim qeydə alınmayıb. Valideyn və ya qəyyum sənədlə ofisə gələndə burada görünəcək.
                </Trans>
              ) : (
                <Trans>
                  Hazırda qüvvədə olan yoxdur. Valideyn və ya qəyyum sənədlə ofisə gələndə burada görünəcək.
                </Trans>
              )}
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <ul className="grid gap-4 lg:grid-cols-2">
                {nodes.map((guardianship) => (
                  <li key={guardianship.id}>
                    <GuardianshipCard guardianship={guardianship} onEnded={answer.reload} />
                  </li>
                ))}
              </ul>
              <NextPage to="/office/guardianships" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
