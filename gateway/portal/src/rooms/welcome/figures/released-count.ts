import { formatNumber } from '../../../language/format.js';

/** A count that may be released, as people read it; null where it is withheld since it is small, or not known. */
export function releasedText(count: unknown): string | null {
  return typeof count === 'number' ? formatNumber(count) : null;
}
