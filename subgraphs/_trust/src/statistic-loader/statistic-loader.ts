import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '../context/context.js';
import { isShown, releaseStatistic, type Statistic, type ReleasedCounts } from '../statistic/statistic.js';
import { defineLoader, groupByKey, type LoaderDefinition } from '@birlik/kernel/loader';

/** A statistic on one subject as anyone may see it, in the shape of the GraphQL interface `ReleasedStatistic`. */
type Released<Name extends string> = ReleasedCounts<Name> & {
  readonly suppressed: boolean;
  readonly asOf: string | null;
  readonly threshold: number;
};

/** Loads a statistic by its subject, such as the code of a country. */
export type StatisticLoader<Declared extends Statistic> = LoaderDefinition<
  string,
  Released<Declared['partNames'][number]>,
  RequestContext
>;

interface SnapshotRow {
  readonly subject: string;
  /** Null for a subject on which nothing was counted. */
  readonly counts: readonly number[] | null;
  readonly takenOn: string | null;
  readonly refreshedOn: string | null;
}

function release<Name extends string>(
  statistic: Statistic<Name>,
  rows: readonly SnapshotRow[],
  threshold: number,
): Released<Name> {
  const snapshots = rows.flatMap(({ counts }) => (counts ? [counts] : []));
  const counts = releaseStatistic(statistic, snapshots, threshold);
  const shownSince = rows.flatMap((row) => (row.counts && isShown(row.counts, threshold) ? (row.takenOn ?? []) : []));
  return {
    ...counts,
    suppressed: Object.values(counts).includes(null),
    // When a snapshot that stays hidden was taken is nobody's business.
    asOf: shownSince.toSorted()[0] ?? rows[0]?.refreshedOn ?? null,
    threshold,
  };
}

/** Defines a per-request loader of a statistic by its subject: one statement for all subjects of a request. */
export function defineStatisticLoader<Name extends string>(
  statistic: Statistic<Name>,
): StatisticLoader<Statistic<Name>> {
  return defineLoader(async (subjects, context) => {
    const threshold = context.member.releaseThreshold;
    const rows = await runStatement<SnapshotRow>(
      context.em,
      `select subject, to_json(counts) as counts, to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD') as "takenOn",
              to_char(refreshed_at at time zone 'UTC', 'YYYY-MM-DD') as "refreshedOn"
         from ${statistic.name}_snapshots(?::jsonb)`,
      [JSON.stringify(subjects)],
    );
    return groupByKey(subjects, rows, (row) => row.subject).map((found) => release(statistic, found, threshold));
  });
}
