import type { ResolveReference } from '@birlik/trust/federation';

/** Every statement gives a person: whether it holds is asked by the fields. */
export const resolveRelatedPerson: ResolveReference = ({ __typename, statement }) => ({ __typename, statement });
