import type { ResolveReference } from '@birlik/trust/federation';

/** A country is whatever the registry says: this member only adds its cooperation, which is empty for most. */
export const resolveCountry: ResolveReference = (reference) => reference;
