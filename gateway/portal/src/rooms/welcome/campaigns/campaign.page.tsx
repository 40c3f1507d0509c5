import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { ReportedFigures } from '../figures/reported-figures.js';
import { SourceNote } from '../source/source-note.js';
import { useViewer } from '../../../viewer/viewer.js';
import { campaignTerms } from '../../../language/terms.js';
import { ApplyToCampaign } from './apply-to-campaign.js';
import { CampaignFacts } from './campaign-facts.js';
import { CampaignReport } from './campaign-report.js';

const CampaignPage = graphql(`
  query CampaignPage($id: ID!) @purpose(is: "none") {
    campaign(id: $id) {
      id
      name
      status
      summary
      aims
      organization {
        id
      }
      reportedFigures {
        ...ReportedFigures_figure
      }
      conventionReport {
        ...CampaignReport_report
      }
      source {
        ...SourceNote_source
      }
      ...CampaignFacts_campaign
    }
    selectionCriteria(campaignId: $id, first: 50) {
      nodes {
        id
        name
        weight
      }
    }
    disciplines(first: 50) {
      nodes {
        id
        ...ApplyToCampaign_discipline
      }
    }
    me {
      id
      creativeRecord {
        applications {
          id
          campaign {
            id
          }
          ...ApplyToCampaign_application
        }
      }
    }
  }
`);

/** One campaign: what it offers, how people are chosen, and the way to take part. */
export const page = definePage({
  document: CampaignPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Kampaniya`,
  Component: function Campaign({ answer }) {
    const { t, i18n } = useLingui();
    const viewer = useViewer();
    const section = sectionOf<typeof answer.data.campaign>(answer, ['campaign']);
    if (section.kind === 'down') {
      return (
        <LoneState title={<Trans>Kampaniya</Trans>}>
          <Unreachable member={<Trans>Yaradıcı Sənayelər Federasiyası</Trans>} onRetry={answer.reload} />
        </LoneState>
      );
    }
    if (section.kind !== 'data') {
      return (
        <LoneState title={<Trans>Kampaniya</Trans>}>
          <Empty
            action={
              <ButtonLink to="/campaigns">
                <Trans>Bütün kampaniyalar</Trans>
              </ButtonLink>
            }
          >
            <Trans>Belə kampaniya yoxdur.</Trans>
          </Empty>
        </LoneState>
      );
    }
    const campaign = section.value;
    const { disciplines, me, selectionCriteria } = answer.data;
    const criteria = selectionCriteria?.nodes ?? [];
    return (
      <article className="grid gap-8">
        <header className="grid justify-items-start gap-2">
          <Link to="/campaigns">
            <Trans>Bütün kampaniyalar</Trans>
          </Link>
          <h1>{campaign.name}</h1>
          <Tag tone={campaign.status === 'OPEN' ? 'success' : 'neutral'}>{i18n._(campaignTerms[campaign.status])}</Tag>
        </header>
        {viewer.kind === 'staff' && viewer.organization.id === campaign.organization?.id && (
          <p>
            <ButtonLink to={`/campaigns/${campaign.id}/applicants`}>
              <Trans>Müraciət edənlər</Trans>
            </ButtonLink>
          </p>
        )}
        {campaign.summary != null && <p className="max-w-2xl text-lg">{campaign.summary}</p>}
        <ApplyToCampaign
          campaignId={campaign.id}
          isOpen={campaign.status === 'OPEN'}
          disciplines={disciplines?.nodes ?? []}
          application={me?.creativeRecord?.applications.find((each) => each.campaign?.id === campaign.id) ?? null}
          onApplied={answer.reload}
        />
        <div className="grid gap-2">
          <CampaignFacts campaign={campaign} />
          <SourceNote source={campaign.source} />
        </div>
        {campaign.reportedFigures.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Rəqəmlərlə</Trans>
            </h2>
            <ReportedFigures figures={campaign.reportedFigures} />
          </section>
        )}
        {campaign.aims.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Hədəflər</Trans>
            </h2>
            <ul className="grid list-disc gap-1 pl-5">
              {campaign.aims.map((aim) => (
                <li key={aim}>{aim}</li>
              ))}
            </ul>
          </section>
        )}
        {criteria.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Necə seçilir</Trans>
            </h2>
            <DataTable
              caption={t`Seçim meyarları`}
              rows={criteria}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: t`Meyar`, cell: ({ name }) => name },
                { key: 'weight', title: t`Çəkisi`, isNumber: true, cell: ({ weight }) => formatNumber(weight) },
              ]}
            />
          </section>
        )}
        {campaign.conventionReport && <CampaignReport report={campaign.conventionReport} />}
      </article>
    );
  },
});
