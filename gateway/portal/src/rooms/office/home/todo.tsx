import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Check } from '../../../design/base/icons.js';
import { formatNumber } from '../../../language/format.js';

/** Something that waits for the office, with the place where it is done. */
export interface TodoItem {
  readonly key: string;
  readonly to: string;
  /** What the address of the place says besides. */
  readonly search?: Readonly<Record<string, string>>;
  readonly title: ReactNode;
  /** How many wait; 0: nothing does. */
  readonly count: number;
  /** What is done most often. */
  readonly isMain?: boolean;
  /** What is pressing about it; null or unset when nothing is. */
  readonly urgent?: ReactNode;
}

/** The graph counts no further. */
const mostCounted = 1_000;

/** What waits, the pressing first. */
export function TodoList({ items }: { items: readonly TodoItem[] }) {
  return (
    <ul className="grid gap-2">
      {items.map(({ key, to, search = {}, title, count, isMain = false, urgent }) => (
        <li
          key={key}
          className="flex min-h-target flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-raised px-4 py-3"
        >
          <span className="min-w-8 text-center text-2xl font-bold tabular-nums">
            {formatNumber(count)}
            {count >= mostCounted && '+'}
          </span>
          <span className="grid min-w-0 flex-1 basis-40">
            {isMain ? (
              <span className="font-semibold">{title}</span>
            ) : (
              <Link to={to} search={search}>
                {title}
              </Link>
            )}
            {urgent != null && <span className="text-sm font-semibold text-danger">{urgent}</span>}
          </span>
          {isMain && (
            <ButtonLink to={to} search={search}>
              <Trans>Növbəni aç</Trans>
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What does not wait now. */
export function DoneList({ items }: { items: readonly TodoItem[] }) {
  return (
    <ul className="grid gap-1 sm:grid-cols-2">
      {items.map(({ key, to, title }) => (
        <li key={key} className="flex min-h-target items-center gap-2 text-soft">
          <Check />
          <Link to={to}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
