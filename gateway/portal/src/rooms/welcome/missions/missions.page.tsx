import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { GuideForm } from './guide-form.js';
import { MissionCards } from './mission-cards.js';
import { WithdrawGuide } from './withdraw-guide.js';

const MissionsPage = graphql(`
  query MissionsPage @purpose(is: "none") {
    missionGuides(first: 50) {
      nodes {
        id
        title
        body
      }
    }
    missions(first: 100) {
      nodes {
        id
        ...MissionCards_mission
      }
    }
  }
`);

/** What to do in need abroad, and the missions with their hours and telephones; the platform’s officers keep them. */
export const page = definePage({
  document: MissionsPage,
  title: msg`Diplomatik nümayəndəliklər`,
  Component: function Missions({ answer }) {
    const viewer = useViewer();
    const isKeeper = viewer.kind === 'staff' && viewer.organization.kind === 'PLATFORM';
    const shared = { owner: <Trans>Məzunlar platforması</Trans>, onRetry: answer.reload };
    return (
      <div className="grid gap-10">
        <h1>
          <Trans>Diplomatik nümayəndəliklər</Trans>
        </h1>
        <PageSection
          {...shared}
          title={<Trans>Nə etməli?</Trans>}
          of={sectionOf<typeof answer.data.missionGuides>(answer, ['missionGuides'])}
          empty={
            <Empty>
              <Trans>Hələ təlimat yazılmayıb.</Trans>
            </Empty>
          }
        >
          {({ nodes }) => (
            <ul className="grid max-w-3xl gap-2">
              {nodes.map(({ id, title, body }) => (
                <li key={id}>
                  <Disclosure label={title}>
                    <p className="whitespace-pre-line">{body}</p>
                    {isKeeper && (
                      <>
                        <Disclosure label={<Trans>Təlimatı əvəz et</Trans>}>
                          <GuideForm guideId={id} onSaved={answer.reload} />
                        </Disclosure>
                        <WithdrawGuide id={id} title={title} onDone={answer.reload} />
                      </>
                    )}
                  </Disclosure>
                </li>
              ))}
            </ul>
          )}
        </PageSection>
        {isKeeper && (
          <Disclosure label={<Trans>Yeni təlimat yaz</Trans>}>
            <GuideForm guideId={null} onSaved={answer.reload} />
          </Disclosure>
        )}
        <PageSection
          {...shared}
          title={<Trans>Ölkələr üzrə</Trans>}
          of={sectionOf<typeof answer.data.missions>(answer, ['missions'])}
          empty={
            <Empty>
              <Trans>Hələ nümayəndəlik yazılmayıb.</Trans>
            </Empty>
          }
        >
          {({ nodes }) => <MissionCards missions={nodes} isKeeper={isKeeper} onChanged={answer.reload} />}
        </PageSection>
      </div>
    );
  },
});
