import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { DataTable } from '../../../design/table/data-table.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { releasedText } from '../figures/released-count.js';
import { placeText } from '../opportunities/place-text.js';
import { ContingentList } from './contingent-list.js';
import { MeetingCard } from './meeting-card.js';

const UniversitiesPage = graphql(`
  query UniversitiesPage @purpose(is: "none") {
    organizations(kind: UNIVERSITY, first: 50) {
      nodes {
        id
        name
        city
        country {
          code
        }
        studentSummary {
          people
        }
      }
    }
    contingents(first: 50) {
      nodes {
        id
        ...ContingentList_contingent
      }
    }
    recruitmentMeetings(first: 10) {
      nodes {
        id
        ...MeetingCard_meeting
      }
    }
  }
`);

/** The universities: who studies there, the groups that they send to volunteer, the meetings that they host. */
export const page = definePage({
  document: UniversitiesPage,
  title: msg`Universitetlər`,
  Component: function Universities({ answer }) {
    const { t } = useLingui();
    const universities = <Trans>Universitetlər</Trans>;
    return (
      <div className="grid gap-10">
        <h1>
          <Trans>Universitetlərdə könüllülük</Trans>
        </h1>
        <PageSection
          title={universities}
          of={sectionOf<typeof answer.data.organizations>(answer, ['organizations'])}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Birlikdə universitet yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <DataTable
              caption={t`Universitetlər`}
              rows={nodes}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t`Universitet`,
                  cell: ({ id, name }) => <Link to={`/members/${id}`}>{name}</Link>,
                },
                { key: 'place', title: t`Yer`, cell: ({ city, country }) => placeText(city, country?.code) },
                {
                  key: 'students',
                  title: t`Tələbə (yuvarlaq)`,
                  isNumber: true,
                  cell: ({ studentSummary }) => releasedText(studentSummary?.people) ?? '–',
                },
              ]}
            />
          )}
        </PageSection>
        <PageSection
          title={<Trans>Könüllü qrupları</Trans>}
          of={sectionOf<typeof answer.data.contingents>(answer, ['contingents'])}
          owner={universities}
          empty={
            <Empty>
              <Trans>Hələ qrup yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => <ContingentList contingents={nodes} />}
        </PageSection>
        <PageSection
          title={<Trans>Tələbələrlə görüşlər</Trans>}
          of={sectionOf<typeof answer.data.recruitmentMeetings>(answer, ['recruitmentMeetings'])}
          owner={universities}
          empty={
            <Empty>
              <Trans>Görüş elan olunmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <div className="grid gap-4">
              {nodes.map((meeting) => (
                <MeetingCard key={meeting.id} meeting={meeting} />
              ))}
            </div>
          )}
        </PageSection>
      </div>
    );
  },
});
