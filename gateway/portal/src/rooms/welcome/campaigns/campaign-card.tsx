import { Plural, useLingui } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { campaignTerms } from '../../../language/terms.js';

const CampaignCard_campaign = graphql(`
  fragment CampaignCard_campaign on Campaign {
    id
    name
    status
    seats
    summary
    organization {
      id
      name
    }
  }
`);

/** A campaign among others. */
export function CampaignCard(props: { campaign: FragmentType<typeof CampaignCard_campaign> }) {
  const { i18n } = useLingui();
  const { id, name, status, seats, summary, organization } = readFragment(CampaignCard_campaign, props.campaign);
  return (
    <Card>
      <h3>
        <Link to={`/campaigns/${id}`}>{name}</Link>
      </h3>
      <p>{organization?.name}</p>
      <p className="text-soft">{summary}</p>
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone={status === 'OPEN' ? 'success' : 'neutral'}>{i18n._(campaignTerms[status])}</Tag>
        <Plural value={seats} one="# yer" other="# yer" />
      </p>
    </Card>
  );
}
