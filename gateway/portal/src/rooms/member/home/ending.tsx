import { Trans } from '@lingui/react/macro';
import { formatMoment } from '../../../language/format.js';
import { Task } from './task.js';

interface EndingProps extends Pick<Parameters<typeof Task>[0], 'title' | 'to' | 'action'> {
  /** The ends, the first one first; nothing is shown for none. */
  readonly ends: readonly string[];
}

/** How many things run out, and when the first one does. */
export function Ending({ ends, ...task }: EndingProps) {
  const first = ends[0];
  if (first === undefined) return null;
  const day = formatMoment(first);
  return <Task count={ends.length} detail={<Trans>Birincisi bitir: {day}</Trans>} {...task} />;
}
