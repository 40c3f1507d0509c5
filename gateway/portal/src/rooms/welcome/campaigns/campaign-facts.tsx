import { Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatList, formatNumber } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';
import { regionTerms } from '../welcome-terms.js';

const CampaignFacts_campaign = graphql(`
  fragment CampaignFacts_campaign on Campaign {
    id
    seats
    launchedOn
    registration
    registeredOver
    electedFrom
    applicantSummary {
      people
      capital
      regions
      suppressed
      threshold
    }
    commission {
      name
      task
    }
    organization {
      id
      name
    }
    partner {
      id
      name
    }
  }
`);

/** Who runs a campaign, for how many, who elects, and how many applied. */
export function CampaignFacts(props: { campaign: FragmentType<typeof CampaignFacts_campaign> }) {
  const { t, i18n } = useLingui();
  const campaign = readFragment(CampaignFacts_campaign, props.campaign);
  const { organization, partner, commission, applicantSummary } = campaign;
  const over = campaign.registeredOver == null ? null : formatNumber(campaign.registeredOver);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Nə bilinir</Trans>
      </h2>
      <Facts
        rows={[
          [t`Kim keçirir`, organization && <Link to={`/members/${organization.id}`}>{organization.name}</Link>],
          [t`Kiminlə birlikdə`, partner && <Link to={`/members/${partner.id}`}>{partner.name}</Link>],
          [t`Başlayıb`, campaign.launchedOn && formatDay(campaign.launchedOn)],
          [t`Neçə yer`, formatNumber(campaign.seats)],
          [t`Qeydiyyat`, campaign.registration],
          [t`Qeydiyyatdan keçib (bildirilib)`, over && `${over}+`],
          [t`Müraciət edib (yuvarlaq)`, releasedText(applicantSummary?.people)],
          [t`Onlardan paytaxtdan`, releasedText(applicantSummary?.capital)],
          [t`Onlardan bölgələrdən`, releasedText(applicantSummary?.regions)],
          [t`Seçilənlər haradandır`, formatList(campaign.electedFrom.map((region) => i18n._(regionTerms[region])))],
          [t`Kim seçir`, commission && [commission.name, commission.task].filter(Boolean).join(': ')],
        ]}
      />
    </section>
  );
}
