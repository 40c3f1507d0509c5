import { Trans } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { formatMoment } from '../../../language/format.js';

/** By when something is to be answered; that it is late is said. */
export function Deadline({ dueAt, isLate }: { dueAt: string; isLate: boolean }) {
  const day = formatMoment(dueAt);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-soft">
        <Trans>Son tarix: {day}</Trans>
      </span>
      {isLate && (
        <Tag tone="danger">
          <Trans>gecikir</Trans>
        </Tag>
      )}
    </span>
  );
}
