import { Trans } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';

const OpportunityListOpportunity = graphql(`
  fragment OpportunityList_opportunity on Opportunity {
    id
    title
    city
    startsOn
    endsOn
    organization {
      id
      name
    }
  }
`);

interface OpportunityListProps {
  readonly opportunities: readonly FragmentType<typeof OpportunityListOpportunity>[];
  /** Side by side where there is room. */
  readonly isWide?: boolean;
}

/** Opportunities with where, when and whose; each leads to its page. */
export function OpportunityList({ opportunities, isWide = false }: OpportunityListProps) {
  const shown = readFragment(OpportunityListOpportunity, opportunities);
  return (
    <ul className={`grid gap-3 ${isWide ? 'sm:grid-cols-2 lg:grid-cols-3' : ''}`}>
      {shown.map(({ id, title, city, startsOn, endsOn, organization }) => (
        <li key={id} className="grid content-start gap-1 rounded-xl border border-line bg-raised p-4">
          <h3>
            <Link to={`/opportunities/${encodeURIComponent(id)}`}>{title}</Link>
          </h3>
          <p>{organization?.name}</p>
          <p className="text-soft">
            {city} · <Days startsOn={startsOn} endsOn={endsOn ?? null} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Days({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) {
  const from = formatDay(startsOn);
  if (endsOn === null) return <Trans>{from} tarixindən</Trans>;
  return startsOn === endsOn ? from : `${from} – ${formatDay(endsOn)}`;
}
