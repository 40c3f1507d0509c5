import { graphql } from '../../../generated/gql.js';
import type { DataViewFragment } from '../../../generated/graphql.js';

export const DataView = graphql(`
  fragment DataView on AccessLogEntry {
    id
    decidedAt
    category
    basis
    bySelf
    fields
    refusal
    relation
    statedPurpose {
      code
      name
    }
    organization {
      id
      name
    }
    previewedOrganization {
      id
      name
    }
    onBehalfOf {
      id
      name
    }
    emergency {
      event
    }
    inquiries {
      id
      kind
      outcome
      answer
      dueAt
      overdue
    }
  }
`);

/** One row of the log, with the cursor before it. */
export interface ViewEntry extends DataViewFragment {
  /** The cursor of the row before; null at the beginning of the log. */
  readonly before: string | null;
}

/** What somebody asked of a person within a minute for one purpose: the log has a row for each category and operation. */
export interface View {
  readonly key: string;
  readonly first: ViewEntry;
  readonly entries: readonly ViewEntry[];
}

/** Brings together the rows that one look left, as far as minutes tell it. */
export function viewsOf(entries: readonly ViewEntry[]): readonly View[] {
  const moments = Map.groupBy(entries, ({ decidedAt, ...entry }) =>
    [
      decidedAt.slice(0, 'YYYY-MM-DDTHH:MM'.length),
      viewerKey(entry),
      entry.statedPurpose?.code,
      entry.previewedOrganization?.id,
    ].join(' '),
  );
  return [...moments].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [{ key, first, entries: [first, ...rest] }],
  );
}

/** Who looked, as a key for grouping. */
export function viewerKey({
  bySelf,
  organization,
  basis,
}: Pick<ViewEntry, 'bySelf' | 'organization' | 'basis'>): string {
  if (bySelf) return 'self';
  return organization?.id ?? `person ${basis ?? ''}`;
}
