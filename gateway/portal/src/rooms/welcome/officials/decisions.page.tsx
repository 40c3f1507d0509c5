import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';

const DecisionsPage = graphql(`
  query OfficialDecisionsPage @purpose(is: "none") {
    officialMeetings(first: 20) {
      nodes {
        id
        title
        officials
        startsAt
        publishedAt
        agenda {
          id
          decision
          cluster {
            id
            summary
          }
        }
      }
    }
  }
`);

/** What officials decided on the troubles of students abroad. */
export const page = definePage({
  document: DecisionsPage,
  title: msg`Rəsmi görüşlərin qərarları`,
  Component: function Decisions({ answer }) {
    return (
      <div className="grid max-w-3xl gap-6">
        <h1>
          <Trans>Rəsmi görüşlərin qərarları</Trans>
        </h1>
        <p>
          <Trans>
            Xaricdəki tələbələrin ümumi problemləri rəsmi şəxslərlə müzakirə olunur. Tək şəxslər göstərilmir.
          </Trans>
        </p>
        <PageSection
          title={<Trans>Görüşlər</Trans>}
          of={sectionOf<typeof answer.data.officialMeetings>(answer, ['officialMeetings'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Hələ qərar dərc edilməyib.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <ul className="grid gap-4">
              {nodes
                .filter(({ publishedAt }) => publishedAt != null)
                .map(({ id, title, officials, startsAt, agenda }) => (
                  <li key={id}>
                    <Card>
                      <h3>{title}</h3>
                      <p className="text-soft">
                        {formatMoment(startsAt)} · {officials}
                      </p>
                      <dl className="grid gap-3">
                        {agenda
                          .filter(({ cluster }) => cluster != null)
                          .map(({ id: item, cluster, decision }) => (
                            <div key={item}>
                              <dt>{cluster?.summary}</dt>
                              <dd className="font-semibold">{decision}</dd>
                            </div>
                          ))}
                      </dl>
                    </Card>
                  </li>
                ))}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
