import type { ResolveReference } from '@birlik/trust/federation';

/** Every statement gives an entry of a list: whether it holds is asked by the field. */
export const resolveListedVolunteer: ResolveReference = ({ __typename, statement }) => ({ __typename, statement });
