import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { useViewer } from '../../../viewer/viewer.js';
import { StaffOnly } from '../desk/staff-only.js';
import { PageLinks } from '../paging/page-links.js';
import { roundTerms, roundTones } from '../../../language/terms.js';
import { AssociationRounds } from './association-rounds.js';
import { MandateTable } from './mandate-table.js';
import { MentorTable } from './mentor-table.js';
import { ReviewOffers } from './review-offers.js';

const RoundsPage = graphql(`
  query RoundsPage($after: String) @purpose(is: "mentoring") {
    matchingRounds(first: 20) {
      nodes {
        id
        name
        status
        opensOn
        closesOn
      }
    }
    openMatchingRounds(first: 5) {
      nodes {
        id
        organization {
          id
        }
        ...AssociationRounds_round
      }
    }
    mandates(first: 50) {
      nodes {
        id
        ...MandateTable_mandate
      }
    }
    mentorsToReview(first: 20) {
      nodes {
        id
        ...ReviewOffers_offer
      }
    }
    mentors(first: 25, after: $after) {
      nodes {
        ...MentorTable_mentor
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The coordinator’s rounds of mentoring, who lets the organisation act for them, and who mentors. */
export const page = definePage({
  document: RoundsPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Mentorluq raundları`,
  Component: function Rounds({ answer, search }) {
    const { t, i18n } = useLingui();
    const viewer = useViewer();
    const kind = viewer.kind === 'staff' ? viewer.organization.kind : null;
    const own = new Set(answer.data.matchingRounds?.nodes.map(({ id }) => id));
    const foreign = answer.data.openMatchingRounds?.nodes.filter(({ id }) => !own.has(id)) ?? [];
    const shared = { owner: <Trans>Məzunlar platforması</Trans>, onRetry: answer.reload };
    return (
      <StaffOnly title={<Trans>Mentorluq raundları</Trans>}>
        <div className="grid gap-10">
          <div className="grid justify-items-start gap-3">
            <h1>
              <Trans>Mentorluq raundları</Trans>
            </h1>
            {viewer.kind === 'staff' && viewer.roles.includes('coordinator') && (
              <ButtonLink to="/rounds/new">
                <Trans>Raund aç</Trans>
              </ButtonLink>
            )}
          </div>
          {(kind !== 'ASSOCIATION' || own.size > 0) && (
            <PageSection
              {...shared}
              title={<Trans>Raundlar</Trans>}
              of={sectionOf<typeof answer.data.matchingRounds>(answer, ['matchingRounds'])}
              empty={
                <Empty>
                  <Trans>Hələ raund yoxdur. Yenisi açılanda burada görünəcək.</Trans>
                </Empty>
              }
            >
              {({ nodes }) => (
                <DataTable
                  caption={t`Mentorluq raundları`}
                  rows={nodes}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      key: 'name',
                      title: t`Raund`,
                      cell: ({ id, name }) => (
                        <Link to="/rounds/$id" params={{ id }}>
                          {name}
                        </Link>
                      ),
                    },
                    {
                      key: 'status',
                      title: t`Vəziyyət`,
                      cell: ({ status }) => <Tag tone={roundTones[status]}>{i18n._(roundTerms[status])}</Tag>,
                    },
                    { key: 'opens', title: t`Açılır`, cell: ({ opensOn }) => formatDay(opensOn) },
                    { key: 'closes', title: t`Bağlanır`, cell: ({ closesOn }) => formatDay(closesOn) },
                  ]}
                />
              )}
            </PageSection>
          )}
          {foreign.length > 0 && (
            <section className="grid gap-3">
              <h2>
                <Trans>Birliyinizin iştirakı</Trans>
              </h2>
              <AssociationRounds rounds={foreign} onChanged={answer.reload} />
            </section>
          )}
          <PageSection
            {...shared}
            owner={<Trans>Birliyin ofisi</Trans>}
            title={<Trans>Assosiasiyaların verdiyi səlahiyyətlər</Trans>}
            of={sectionOf<typeof answer.data.mandates>(answer, ['mandates'])}
            empty={
              <Empty>
                <Trans>Hələ heç kim səlahiyyət verməyib. Assosiasiya verəndə burada görünəcək.</Trans>
              </Empty>
            }
          >
            {({ nodes }) => <MandateTable mandates={nodes} />}
          </PageSection>
          {kind !== 'PLATFORM' && (
            <>
              <PageSection
                {...shared}
                title={<Trans>Baxılmamış mentor təklifləri</Trans>}
                of={sectionOf<typeof answer.data.mentorsToReview>(answer, ['mentorsToReview'])}
                empty={
                  <Empty>
                    <Trans>Baxılası təklif yoxdur.</Trans>
                  </Empty>
                }
              >
                {({ nodes }) => <ReviewOffers offers={nodes} onChanged={answer.reload} />}
              </PageSection>
              <PageSection
                {...shared}
                title={<Trans>Boş yeri olan mentorlar</Trans>}
                of={sectionOf<typeof answer.data.mentors>(answer, ['mentors'])}
                empty={
                  <Empty>
                    <Trans>Təşkilatınızın öz mentoru yoxdur: mentorlar assosiasiyalardadır.</Trans>
                  </Empty>
                }
              >
                {({ nodes, pageInfo }) => (
                  <>
                    <p>
                      <Link to="/mentoring/propose">
                        <Trans>Cüt təklif et</Trans>
                      </Link>
                    </p>
                    <MentorTable mentors={nodes} />
                    <PageLinks to="/rounds" search={search} pageInfo={pageInfo} />
                  </>
                )}
              </PageSection>
            </>
          )}
        </div>
      </StaffOnly>
    );
  },
});
