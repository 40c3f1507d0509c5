import type { ResolveReference } from '@birlik/trust/federation';

/** An organisation is whatever the registry says: this member only adds the statistics of universities. */
export const resolveOrganization: ResolveReference = (reference) => reference;
