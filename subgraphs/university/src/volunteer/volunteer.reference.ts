import type { ResolveReference } from '@birlik/trust/federation';

/** A person is whoever the registry says: this member only adds fields, each behind its grant. */
export const resolveVolunteer: ResolveReference = (reference) => reference;
