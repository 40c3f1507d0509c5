import { Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';
import { reporterTerms } from '../welcome-terms.js';

const CampaignReport_report = graphql(`
  fragment CampaignReport_report on ConventionReport {
    id
    convention
    reportedBy
    sections {
      id
      title
      entries
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** How a campaign was reported under a convention. */
export function CampaignReport(props: { report: FragmentType<typeof CampaignReport_report> }) {
  const { t, i18n } = useLingui();
  const report = readFragment(CampaignReport_report, props.report);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Konvensiya üzrə hesabat</Trans>
      </h2>
      <Facts
        rows={[
          [t`Konvensiya`, report.convention],
          [t`Kim bildirib`, i18n._(reporterTerms[report.reportedBy])],
          ...report.sections.map(
            ({ title, entries }) => [title, entries.length > 0 ? entries.join(' · ') : t`yazılmayıb`] as const,
          ),
        ]}
      />
      <SourceNote source={report.source} />
    </section>
  );
}
