import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { BodyMeetingList } from '../../_shared/bodies/meeting-list.js';

const OwnBodiesPage = graphql(`
  query OwnBodiesPage @purpose(is: "none") {
    myGovernanceMandates(first: 20) {
      nodes {
        id
        chairs
        startsAt
        endsAt
        isLive
        body {
          id
          name
        }
      }
    }
    governanceMeetings(first: 20) {
      nodes {
        id
        ...BodyMeetingList_meeting
      }
    }
  }
`);

/** The bodies in which a person sits, from when to when, and the meetings whose records they read. */
export const page = definePage({
  document: OwnBodiesPage,
  title: msg`Orqanlar və iclaslar`,
  Component: function OwnBodies({ answer }) {
    return (
      <div className="grid max-w-3xl gap-8">
        <div className="grid gap-2">
          <h1>
            <Trans>Orqanlar və iclaslar</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Üzvü olduğunuz orqanların iclasları. Nəzarət-Təftiş Komissiyasının üzvü bütün orqanların iclaslarını
              oxuyur.
            </Trans>
          </p>
        </div>
        <PageSection
          title={<Trans>İclaslar</Trans>}
          of={sectionOf<typeof answer.data.governanceMeetings>(answer, ['governanceMeetings'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Sizin üçün iclas yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => <BodyMeetingList meetings={nodes} under="/me/bodies" />}
        </PageSection>
        <PageSection
          title={<Trans>Mandatlarım</Trans>}
          of={sectionOf<typeof answer.data.myGovernanceMandates>(answer, ['myGovernanceMandates'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Heç bir orqanda mandatınız yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <ul className="grid gap-3">
              {nodes.map(({ id, body, chairs, startsAt, endsAt, isLive }) => (
                <li key={id} className="grid gap-1">
                  <h3 className="flex flex-wrap items-center gap-2">
                    {body.name}
                    {chairs && (
                      <Tag tone="info">
                        <Trans>sədr</Trans>
                      </Tag>
                    )}
                    <Tag tone={isLive ? 'success' : 'neutral'}>
                      {isLive ? <Trans>qüvvədədir</Trans> : <Trans>qüvvədə deyil</Trans>}
                    </Tag>
                  </h3>
                  <p className="text-soft">
                    {formatMoment(startsAt)} – {formatMoment(endsAt)}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
