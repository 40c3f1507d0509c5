import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES_OF_ONE = 16;
const random = new Uint8Array(BYTES_OF_ONE * 256);
let used = random.length;

/** A UUIDv7 for an operation. Random bytes are made for many at once: asked for by each, they cost more than all the rest. */
export function newOperationId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  return v7({ random: random.subarray(used, (used += BYTES_OF_ONE)) });
}
