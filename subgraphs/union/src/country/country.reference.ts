import type { ResolveReference } from '@birlik/trust/federation';

/** A country is whatever the registry says: this member only adds its statistics, which are withheld for one that it lacks. */
export const resolveCountry: ResolveReference = (reference) => reference;
