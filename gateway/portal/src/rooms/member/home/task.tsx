import type { ReactNode } from 'react';
import { ButtonLink } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { formatNumber } from '../../../language/format.js';

interface TaskProps {
  /** How many of it wait; unset where it is one thing. */
  readonly count?: number;
  /** What waits. */
  readonly title: ReactNode;
  /** By when, or since when. */
  readonly detail?: ReactNode;
  /** What is wrong, in a word; unset when nothing is. */
  readonly alarm?: ReactNode;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  /** The word on the way there. */
  readonly action: ReactNode;
}

/** Something that waits for the officer, and the way to it. */
export function Task({ count, title, detail, alarm, to, search = {}, action }: TaskProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4">
      <div className="flex min-w-0 items-center gap-4">
        {count !== undefined && (
          <span className="min-w-8 text-center text-2xl font-bold tabular-nums">{formatNumber(count)}</span>
        )}
        <div className="grid min-w-0 gap-1">
          <h3 className="flex flex-wrap items-center gap-2">
            {title}
            {alarm !== undefined && alarm !== false && <Tag tone="danger">{alarm}</Tag>}
          </h3>
          {detail !== undefined && detail !== null && <p className="text-sm text-soft">{detail}</p>}
        </div>
      </div>
      <ButtonLink to={to} search={search} variant="secondary">
        {action}
      </ButtonLink>
    </li>
  );
}
