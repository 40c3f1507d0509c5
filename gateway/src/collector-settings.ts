import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Large enough for what a few hundred concurrent requests make, and a quarter of what V8 would take. */
const YOUNG_BYTES = 16 * 1024 * 1024;
const LOOK_MS = 50;

/**
 * Suits V8's collector to a server whose objects live as long as one request. Flags of the command line would do the same,
 * but a gateway is started as it is.
 */
export function setCollector(): void {
  // V8 puts objects of a kind that once lived long straight among the old ones. Under load nearly all that a request makes
  // looks like that, and then whole requests wait for a full collection: ten times the pauses and twice the memory.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // V8 gives code away that did not run for a few collections, as all of it in a quiet moment; then the requests after that
  // moment pay for compiling it again.
  setFlagsFromString('--no-flush-bytecode');
  // The size of the young generation is fixed at the start of the process; only its growth can be ended later. V8 makes it
  // smaller whenever there is little to do, and then it has to grow again.
  let grows = true;
  setInterval(() => {
    const isSmall = youngBytes() < YOUNG_BYTES;
    if (isSmall === grows) return;
    grows = isSmall;
    setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`);
  }, LOOK_MS).unref();
}

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? YOUNG_BYTES;
}
