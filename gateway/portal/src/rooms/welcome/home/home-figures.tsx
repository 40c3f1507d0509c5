import { Trans } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { ReportedFigures } from '../figures/reported-figures.js';

const HomeFigures_query = graphql(`
  fragment HomeFigures_query on Query {
    volunteerSchools(first: 5) {
      nodes {
        id
        reportedFigures {
          ...ReportedFigures_figure
        }
      }
    }
    campaigns(first: 5) {
      nodes {
        id
        reportedFigures {
          ...ReportedFigures_figure
        }
      }
    }
  }
`);

/** What members have reported of their volunteers; left out while none of them answers. */
export function HomeFigures(props: { query: FragmentType<typeof HomeFigures_query> }) {
  const { volunteerSchools, campaigns } = readFragment(HomeFigures_query, props.query);
  const figures = [...(volunteerSchools?.nodes ?? []), ...(campaigns?.nodes ?? [])].flatMap(
    ({ reportedFigures }) => reportedFigures,
  );
  if (figures.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Rəqəmlərlə</Trans>
      </h2>
      <ReportedFigures figures={figures} />
      <p>
        <Link to="/countries">
          <Trans>Ölkələr üzrə rəqəmlər</Trans>
        </Link>
      </p>
    </section>
  );
}
