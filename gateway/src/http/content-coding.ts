import { qualityValues } from './quality-values.js';

/** The ways in which an answer can be compressed, the best first. */
const CODINGS = ['br', 'gzip'] as const;

export type ContentCoding = (typeof CODINGS)[number];

/**
 * Chooses how to compress by the header `accept-encoding`; null: not at all.
 *
 * @param possible the ways there are, the best first
 */
export function chooseCoding(
  header: string | undefined,
  possible: readonly ContentCoding[] = CODINGS,
): ContentCoding | null {
  if (header === undefined) return null;
  const qualities = qualityValues(header);
  const rest = qualities.get('*') ?? 0;
  let best: ContentCoding | null = null;
  let bestQuality = qualities.get('identity') ?? 0;
  // Without a word about it, an answer as it is counts less than any coding that is asked for.
  for (const coding of possible) {
    const quality = qualities.get(coding) ?? (coding === 'gzip' ? (qualities.get('x-gzip') ?? rest) : rest);
    if (quality > bestQuality) {
      best = coding;
      bestQuality = quality;
    }
  }
  return best;
}
