import { randomBytes, randomUUID } from 'node:crypto';
import { Pseudonyms } from './pseudonyms.js';

/** What an id costs, in microseconds: made for the first time, made again, and understood. Run with `node dist/pairwise/pseudonyms.bench.js`. */
const ROUNDS = 7;
const CALLS = 5_000;

const keys = [{ kid: 'k', key: randomBytes(32).toString('base64url') }];
const ids = new Pseudonyms(keys).of(null);
// Another one, which has made none of them.
const other = new Pseudonyms(keys).of(null);
const best = { first: Infinity, again: Infinity, reveal: Infinity };
let understood = 0;

function measure(work: () => void): number {
  const started = performance.now();
  work();
  return ((performance.now() - started) * 1_000) / CALLS;
}

for (let round = 0; round < ROUNDS; round++) {
  const plain = Array.from({ length: CALLS }, () => randomUUID());
  let hidden: string[] = [];
  best.first = Math.min(
    best.first,
    measure(() => (hidden = plain.map((id) => ids.hide(id)))),
  );
  best.again = Math.min(
    best.again,
    measure(() => (hidden = plain.map((id) => ids.hide(id)))),
  );
  best.reveal = Math.min(
    best.reveal,
    measure(() => (understood += hidden.filter((id) => other.reveal(id) !== null).length)),
  );
}
if (understood !== ROUNDS * CALLS) throw new Error('Not every pseudonym was understood.');
for (const [what, microseconds] of Object.entries(best)) {
  process.stdout.write(`${what.padEnd(6)} ${microseconds.toFixed(2)} µs\n`);
}
