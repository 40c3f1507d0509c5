import { useLingui } from '@lingui/react/macro';
import type { FigurePrecision } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';

const ReportedFigures_figure = graphql(`
  fragment ReportedFigures_figure on ReportedFigure {
    value
    definition
    period
    precision
    source {
      ...SourceNote_source
    }
  }
`);

/** Figures that members have reported, each with what it counts, for which time, and where that is stated. */
export function ReportedFigures(props: { figures: readonly FragmentType<typeof ReportedFigures_figure>[] }) {
  const figures = readFragment(ReportedFigures_figure, props.figures);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {figures.map((figure) => (
        <li key={figure.definition} className="grid content-start gap-1">
          <BigFigure value={figure.value} precision={figure.precision} />
          <span>{figure.definition}</span>
          <span className="text-sm text-soft">{figure.period}</span>
          <SourceNote source={figure.source} />
        </li>
      ))}
    </ul>
  );
}

/** A number to be seen first, said as exactly as it is known. */
export function BigFigure({ value, precision = 'EXACT' }: { value: number; precision?: FigurePrecision }) {
  const { t } = useLingui();
  const number = formatNumber(value);
  const text = { EXACT: number, ABOUT: t`təxminən ${number}`, MORE_THAN: `${number}+` }[precision];
  return <span className="text-3xl font-bold text-accent tabular-nums">{text}</span>;
}
