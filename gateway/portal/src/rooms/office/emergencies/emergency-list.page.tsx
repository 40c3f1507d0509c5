import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import type { Tone } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import type { EmergencyStatus } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { NextPage } from '../next-page.js';
import { emergencyStatusTerms } from '../office-terms.js';

const OfficeEmergenciesPage = graphql(`
  query OfficeEmergenciesPage($after: String) @purpose(is: "none") {
    emergencies(first: 25, after: $after) {
      nodes {
        id
        event
        reason
        status
        proposedAt
        confirmedAt
        closedAt
        endsAt
        organization {
          id
          name
        }
        organizations {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const tones: Readonly<Record<EmergencyStatus, Tone>> = {
  OPEN: 'danger',
  PROPOSED: 'warning',
  CLOSED: 'neutral',
  ENDED: 'neutral',
  LAPSED: 'neutral',
};

/** Emergencies of every umbrella: what opens contacts without a consent, and for how long. */
export const page = definePage({
  document: OfficeEmergenciesPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Fövqəladə hallar`,
  Component: function OfficeEmergencies({ answer, search }) {
    const { i18n } = useLingui();
    const emergencies = sectionOf<typeof answer.data.emergencies>(answer, ['emergencies']);
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Fövqəladə hallar</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Onları təşkilatlar iki nəfərlə açır. Ofis görür, açmır və bağlamır.</Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Siyahı</Trans>}
          of={emergencies}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Fövqəladə hal olmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <ul className="grid gap-4">
                {nodes.map((emergency) => (
                  <li key={emergency.id}>
                    <Card>
                      <div className="flex flex-wrap items-center gap-3">
                        <h3>{emergency.event}</h3>
                        <Tag tone={tones[emergency.status]}>{i18n._(emergencyStatusTerms[emergency.status])}</Tag>
                      </div>
                      <p>{emergency.reason}</p>
                      <Facts
                        rows={[
                          [<Trans>Kim açır</Trans>, emergency.organization?.name],
                          [
                            <Trans>Kimlərə aiddir</Trans>,
                            formatList(emergency.organizations.map(({ name }) => name ?? '')),
                          ],
                          [<Trans>Təklif olunub</Trans>, formatMoment(emergency.proposedAt, { time: true })],
                          [
                            <Trans>İkinci şəxs təsdiqləyib</Trans>,
                            emergency.confirmedAt && formatMoment(emergency.confirmedAt, { time: true }),
                          ],
                          [<Trans>Bitir</Trans>, formatMoment(emergency.closedAt ?? emergency.endsAt, { time: true })],
                        ]}
                      />
                    </Card>
                  </li>
                ))}
              </ul>
              <NextPage to="/office/emergencies" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
