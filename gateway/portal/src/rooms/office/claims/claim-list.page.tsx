import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import type { Tone } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import type { ClaimOutcome } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { NextPage } from '../next-page.js';
import { claimOutcomeTerms, claimWayTerms } from '../office-terms.js';

const ClaimAttemptsPage = graphql(`
  query ClaimAttemptsPage($after: String) @purpose(is: "none") {
    claimAttempts(first: 50, after: $after) {
      nodes {
        id
        outcome
        way
        triedAt
        recordId
        organization {
          id
          name
        }
        volunteer {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const tones: Readonly<Record<ClaimOutcome, Tone>> = {
  ACCEPTED: 'success',
  LIMITED: 'danger',
  REFUSED: 'neutral',
  TAKEN: 'warning',
  UNSURE: 'warning',
};

/** Tries to claim a record of an organisation: where somebody guesses, or where two people want one record. */
export const page = definePage({
  document: ClaimAttemptsPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Qeyd iddiaları`,
  Component: function ClaimAttempts({ answer, search }) {
    const { t, i18n } = useLingui();
    const attempts = sectionOf<typeof answer.data.claimAttempts>(answer, ['claimAttempts']);
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Qeyd iddiaları</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Kimin hansı qeydi öz adına çıxarmağa çalışdığı. Aydın olmayanları ofis həll edir.</Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Cəhdlər</Trans>}
          of={attempts}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Hələ heç kim qeyd iddia etməyib.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <DataTable
                caption={t`Qeyd iddiaları`}
                isStale={answer.stale}
                rows={nodes}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'when', title: t`Nə vaxt`, cell: ({ triedAt }) => formatMoment(triedAt, { time: true }) },
                  { key: 'way', title: t`Nə ilə`, cell: ({ way }) => i18n._(claimWayTerms[way]) },
                  { key: 'organization', title: t`Təşkilat`, cell: ({ organization }) => organization?.name ?? '–' },
                  {
                    key: 'outcome',
                    title: t`Nəticə`,
                    cell: ({ outcome }) => <Tag tone={tones[outcome]}>{i18n._(claimOutcomeTerms[outcome])}</Tag>,
                  },
                  {
                    key: 'person',
                    title: t`Şəxs və qeyd`,
                    cell: ({ volunteer, recordId, outcome }) => (
                      <Link
                        to="/office/persons/$id"
                        params={{ id: volunteer.id }}
                        search={recordId !== null && outcome !== 'ACCEPTED' ? { other: recordId } : {}}
                      >
                        <Trans>Qeydlərinə bax</Trans>
                      </Link>
                    ),
                  },
                ]}
              />
              <NextPage to="/office/claims" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
