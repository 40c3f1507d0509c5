import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { troubleTerms } from '../../_shared/cases/case-terms.js';
import { officerPage } from '../purpose/officer-page.js';
import { ClusterForm } from './cluster-form.js';
import { MeetingAgenda } from './meeting-agenda.js';
import { PlanMeeting } from './plan-meeting.js';

const MeetingsPage = graphql(`
  query OfficialMeetingsPage @purpose(is: "none") {
    caseOutlines(first: 100) {
      nodes {
        id
        trouble
        mayStandAlone
        country {
          code
        }
        ...ClusterForm_outline
      }
    }
    caseClusters(first: 50) {
      nodes {
        id
        trouble
        summary
        isLargeEnough
        onAgenda
      }
    }
    officialMeetings(first: 20) {
      nodes {
        id
        title
        officials
        startsAt
        status
        ...MeetingAgenda_meeting
      }
    }
  }
`);

/** Cases of one kind as the platform brings them before officials, and what came of it. */
export const page = officerPage(
  definePage({
    document: MeetingsPage,
    title: msg`Rəsmi görüşlər`,
    Component: function OfficialMeetings({ answer }) {
      const { i18n, t } = useLingui();
      const clusters = answer.data.caseClusters?.nodes ?? [];
      const outlines = answer.data.caseOutlines?.nodes ?? [];
      const choices = [
        ...clusters.map(({ id, summary }) => ({ value: `cluster ${id}`, text: summary })),
        ...outlines
          .filter(({ mayStandAlone }) => mayStandAlone)
          .map(({ id, trouble, country }) => ({
            value: `case ${id}`,
            text: [
              t`tək müraciət`,
              i18n._(troubleTerms[trouble]),
              country == null ? '' : formatCountry(country.code),
            ].join(' · '),
          })),
      ];
      return (
        <div className="grid gap-8">
          <h1>
            <Trans>Müraciət qrupları və rəsmi görüşlər</Trans>
          </h1>
          <PageSection
            title={<Trans>Qruplar</Trans>}
            of={sectionOf<typeof answer.data.caseClusters>(answer, ['caseClusters'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ qrup yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => (
              <ul className="grid gap-4 lg:grid-cols-2">
                {nodes.map(({ id, trouble, summary, isLargeEnough, onAgenda }) => (
                  <li key={id}>
                    <Card>
                      <h3 className="flex flex-wrap items-center gap-2">
                        {i18n._(troubleTerms[trouble])}
                        <Tag tone={isLargeEnough ? 'success' : 'warning'}>
                          {isLargeEnough ? <Trans>beş nəfər və daha çox</Trans> : <Trans>beş nəfərdən az</Trans>}
                        </Tag>
                        {onAgenda && (
                          <Tag tone="info">
                            <Trans>gündəlikdədir</Trans>
                          </Tag>
                        )}
                      </h3>
                      <p>{summary}</p>
                    </Card>
                  </li>
                ))}
              </ul>
            )}
          </PageSection>
          <section className="grid gap-3">
            <h2>
              <Trans>Yeni qrup</Trans>
            </h2>
            <ClusterForm outlines={outlines} onMade={answer.reload} />
          </section>
          <PageSection
            title={<Trans>Görüşlər</Trans>}
            of={sectionOf<typeof answer.data.officialMeetings>(answer, ['officialMeetings'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ görüş yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => (
              <ul className="grid gap-4 lg:grid-cols-2">
                {nodes.map((meeting) => (
                  <li key={meeting.id}>
                    <Card>
                      <h3 className="flex flex-wrap items-center gap-2">
                        {meeting.title}
                        <Tag tone={meeting.status === 'PLANNED' ? 'warning' : 'neutral'}>
                          {meeting.status === 'PLANNED' ? (
                            <Trans>planlaşdırılıb</Trans>
                          ) : meeting.status === 'PUBLISHED' ? (
                            <Trans>dərc edilib</Trans>
                          ) : (
                            <Trans>baş tutmayacaq</Trans>
                          )}
                        </Tag>
                      </h3>
                      <p className="text-soft">
                        {formatMoment(meeting.startsAt)} · {meeting.officials}
                      </p>
                      <MeetingAgenda of={meeting} choices={choices} onChanged={answer.reload} />
                    </Card>
                  </li>
                ))}
              </ul>
            )}
          </PageSection>
          <PlanMeeting onPlanned={answer.reload} />
        </div>
      );
    },
  }),
);
