import type { PlacedRow } from './access-log-proof.loader.js';
import type { AccessLogProof } from './access-log-proof.type.js';
import { leafOf } from './log-leaf.rule.js';

/** The proof for one reader, who is shown the members with these names. */
export function proofOf(
  { index, bundle, record, secret, head, countersignatures, path }: PlacedRow,
  shown: readonly string[],
): AccessLogProof {
  return { index, leaf: JSON.stringify(leafOf(record, secret, new Set(shown))), bundle, path, head, countersignatures };
}
