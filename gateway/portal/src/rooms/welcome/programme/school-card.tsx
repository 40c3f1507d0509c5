import { useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { ReportedFigures } from '../figures/reported-figures.js';
import { SourceNote } from '../source/source-note.js';

const SchoolCard_school = graphql(`
  fragment SchoolCard_school on VolunteerSchool {
    id
    name
    purpose
    goal
    method
    openTo
    contribution
    outcomes {
      id
      summary
    }
    reportedFigures {
      ...ReportedFigures_figure
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** A school of volunteers: what it is for, how it teaches, what came of it. */
export function SchoolCard(props: { school: FragmentType<typeof SchoolCard_school> }) {
  const { t } = useLingui();
  const school = readFragment(SchoolCard_school, props.school);
  return (
    <article className="grid gap-4">
      <h3>{school.name}</h3>
      <Facts
        rows={[
          [t`Nə üçün`, school.purpose],
          [t`Hədəf`, school.goal],
          [t`Kimlər üçün`, school.openTo],
          [t`Necə öyrədir`, school.method],
          [t`Töhfəsi`, school.contribution],
          [t`Sonra`, school.outcomes.map(({ summary }) => summary).join(' ')],
        ]}
      />
      <SourceNote source={school.source} />
      <ReportedFigures figures={school.reportedFigures} />
    </article>
  );
}
