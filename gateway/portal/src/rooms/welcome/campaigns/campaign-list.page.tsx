import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { SilentMembers } from '../../../design/states/silent-members.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatList } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { CampaignCard } from './campaign-card.js';

const CampaignListPage = graphql(`
  query CampaignListPage @purpose(is: "none") {
    campaigns(first: 25) {
      nodes {
        id
        ...CampaignCard_campaign
      }
    }
    creativeActivities(first: 20) {
      nodes {
        id
        title
        heldOn
        unescoGoals
        source {
          ...SourceNote_source
        }
      }
    }
  }
`);

/** The campaigns for creative volunteers, and what came of them. */
export const page = definePage({
  document: CampaignListPage,
  title: msg`Kampaniyalar`,
  Component: function CampaignList({ answer }) {
    const { t } = useLingui();
    const owner = <Trans>Yaradıcı Sənayelər Federasiyası</Trans>;
    return (
      <div className="grid gap-10">
        <h1>
          <Trans>Yaradıcı könüllülər üçün kampaniyalar</Trans>
        </h1>
        <SilentMembers answer={answer} />
        <PageSection
          title={<Trans>Kampaniyalar</Trans>}
          of={sectionOf<typeof answer.data.campaigns>(answer, ['campaigns'])}
          owner={owner}
          empty={
            <Empty>
              <Trans>Hələ kampaniya elan olunmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <div className="grid gap-4 md:grid-cols-2">
              {nodes.map((campaign) => (
                <CampaignCard key={campaign.id} campaign={campaign} />
              ))}
            </div>
          )}
        </PageSection>
        <PageSection
          title={<Trans>Görülən işlər</Trans>}
          of={sectionOf<typeof answer.data.creativeActivities>(answer, ['creativeActivities'])}
          owner={owner}
          empty={
            <Empty>
              <Trans>Hələ heç nə keçirilməyib.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <ul className="grid gap-4 sm:grid-cols-2">
              {nodes.map(({ id, title, heldOn, unescoGoals, source }) => {
                const goals = formatList(unescoGoals);
                return (
                  <li key={id} className="grid content-start gap-1 border-l-4 border-line pl-3">
                    <span className="font-semibold">{title}</span>
                    {heldOn != null && <span className="text-soft">{formatDay(heldOn)}</span>}
                    {unescoGoals.length > 0 && (
                      <span className="text-soft">{t`UNESCO 2005 Konvensiyasının məqsədləri: ${goals}`}</span>
                    )}
                    <SourceNote source={source} />
                  </li>
                );
              })}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
