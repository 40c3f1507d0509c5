import type { ResolveReference } from '@birlik/trust/federation';

/** Every id gives a person, so that nobody learns from an answer who is in the registry: fields need a grant each. */
export const resolveVolunteer: ResolveReference = ({ __typename, id }) => ({ __typename, id });
