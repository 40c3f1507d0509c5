import type { ReactNode } from 'react';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right edge. */
  readonly isNumber?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for who can't see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Whether a newer answer is on its way: what stands there is dimmed, and stays. */
  readonly isStale?: boolean;
  /** For long tables on a desk that fit its width: the head stays in sight, and columns stand closer. */
  readonly isHeadSticky?: boolean;
}

/** Rows with columns on a desk; on a phone a card a row, since a cut table hides what it has. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isStale, isHeadSticky }: DataTableProps<Row>) {
  const pad = isHeadSticky ? 'px-1.5 py-2' : 'p-2';
  return (
    <div
      aria-busy={isStale ?? false}
      className={`${isHeadSticky ? '' : 'overflow-x-auto'} ${isStale ? 'opacity-60' : ''}`}
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <table className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className={`max-sm:sr-only ${isHeadSticky ? 'bg-surface sm:sticky sm:top-0 sm:z-10' : ''}`}>
          <tr className="border-b-2 border-line">
            {columns.map(({ key, title, isNumber }) => (
              <th
                key={key}
                scope="col"
                className={`${pad} text-sm font-semibold text-soft ${isNumber ? 'text-right' : ''}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:grid max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className="border-line max-sm:grid max-sm:gap-1 max-sm:rounded-xl max-sm:border max-sm:p-3 sm:border-b"
            >
              {columns.map(({ key, title, cell, isNumber }, index) =>
                index === 0 ? (
                  <th key={key} scope="row" className={`${pad} font-semibold max-sm:p-0`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={key}
                    className={`${pad} max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:p-0 ${isNumber ? 'text-right tabular-nums' : ''}`}
                  >
                    <span aria-hidden className="text-left text-sm leading-6 text-soft sm:hidden">
                      {title}
                    </span>
                    <span className="max-sm:text-right">{cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
