import type { RequestContext } from '../context/context.js';
import { isShown, releaseFigure, type Figure, type ReleasedCounts } from '../figure/figure.js';
import { defineLoader, groupByKey, type LoaderDefinition } from '@birlik/kernel/loader';

/** A figure on one subject as anyone may see it, in the shape of the GraphQL interface `ReleasedFigures`. */
type Released<Name extends string> = ReleasedCounts<Name> & {
  readonly suppressed: boolean;
  readonly asOf: string | null;
  readonly threshold: number;
};

/** Loads a figure by its subject, such as the code of a country. */
export type FigureLoader<Declared extends Figure> = LoaderDefinition<
  string,
  Released<Declared['partNames'][number]>,
  RequestContext
>;

interface PictureRow {
  readonly subject: string;
  /** Null for a subject on which nothing was counted. */
  readonly counts: readonly number[] | null;
  readonly takenOn: string | null;
  readonly lookedOn: string | null;
}

function release<Name extends string>(
  figure: Figure<Name>,
  rows: readonly PictureRow[],
  threshold: number,
): Released<Name> {
  const pictures = rows.flatMap(({ counts }) => (counts ? [counts] : []));
  const counts = releaseFigure(figure, pictures, threshold);
  const shownSince = rows.flatMap((row) => (row.counts && isShown(row.counts, threshold) ? (row.takenOn ?? []) : []));
  return {
    ...counts,
    suppressed: Object.values(counts).includes(null),
    // When a picture that stays hidden was taken is nobody's business.
    asOf: shownSince.toSorted()[0] ?? rows[0]?.lookedOn ?? null,
    threshold,
  };
}

/** Defines a per-request loader of a figure by its subject: one statement for all subjects of a request. */
export function defineFigureLoader<Name extends string>(figure: Figure<Name>): FigureLoader<Figure<Name>> {
  return defineLoader(async (subjects, context) => {
    const threshold = context.member.releaseThreshold;
    const rows = await context.em.execute<PictureRow[]>(
      `select subject, to_json(counts) as counts, to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD') as "takenOn",
              to_char(looked_at at time zone 'UTC', 'YYYY-MM-DD') as "lookedOn"
         from ${figure.name}_pictures(?::jsonb)`,
      [JSON.stringify(subjects)],
      { loggerContext: context.em.getLoggerContext() },
    );
    return groupByKey(subjects, rows, (row) => row.subject).map((found) => release(figure, found, threshold));
  });
}
