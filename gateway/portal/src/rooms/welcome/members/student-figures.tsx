import { Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatNumber } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';

const StudentFigures_summary = graphql(`
  fragment StudentFigures_summary on StudentSummary {
    asOf
    people
    bachelor
    master
    doctorate
    postgraduate
    suppressed
    threshold
  }
`);

/** How many study at a university, as far as that may be told. */
export function StudentFigures(props: { summary: FragmentType<typeof StudentFigures_summary> | null }) {
  const { t } = useLingui();
  const summary = readFragment(StudentFigures_summary, props.summary);
  if (summary === null) return null;
  const threshold = formatNumber(summary.threshold);
  const day = summary.asOf == null ? null : formatDay(summary.asOf);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Tələbələr</Trans>
      </h2>
      <Facts
        rows={[
          [t`Cəmi`, releasedText(summary.people)],
          [t`Bakalavr`, releasedText(summary.bachelor)],
          [t`Magistr`, releasedText(summary.master)],
          [t`Doktorant`, releasedText(summary.doctorate)],
          [t`Magistr və doktorant`, releasedText(summary.postgraduate)],
        ]}
      />
      <p className="text-sm text-soft">
        {day !== null && <Trans>{day} tarixinə, yuvarlaqlaşdırılıb.</Trans>}{' '}
        {summary.suppressed && <Trans>{threshold} nəfərdən az olan say göstərilmir.</Trans>}
      </p>
    </section>
  );
}
