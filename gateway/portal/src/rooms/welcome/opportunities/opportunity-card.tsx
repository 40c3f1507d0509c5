import { Trans } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { isOver } from '../../../language/day.js';
import { OpportunityDays } from './opportunity-days.js';
import { placeText } from './place-text.js';

const OpportunityCard_opportunity = graphql(`
  fragment OpportunityCard_opportunity on Opportunity {
    id
    title
    city
    startsOn
    endsOn
    country {
      code
    }
    organization {
      id
      name
      timeZone
    }
  }
`);

/** An opportunity among others: what, with whom, where and when. */
export function OpportunityCard(props: { opportunity: FragmentType<typeof OpportunityCard_opportunity> }) {
  const opportunity = readFragment(OpportunityCard_opportunity, props.opportunity);
  const timeZone = opportunity.organization?.timeZone ?? null;
  return (
    <Card>
      <h3>
        <Link to={`/opportunities/${opportunity.id}`}>{opportunity.title}</Link>
      </h3>
      <p>{opportunity.organization?.name}</p>
      <p className="text-soft">{placeText(opportunity.city, opportunity.country?.code)}</p>
      <p className="text-soft">
        <OpportunityDays startsOn={opportunity.startsOn} endsOn={opportunity.endsOn ?? null} timeZone={timeZone} />
      </p>
      {isOver(opportunity.endsOn, timeZone) && (
        <p>
          <Tag>
            <Trans>Bitib</Trans>
          </Tag>
        </p>
      )}
    </Card>
  );
}
