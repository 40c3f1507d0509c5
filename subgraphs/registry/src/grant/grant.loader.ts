import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader } from '@birlik/kernel/loader';
import { decideGrants, type GrantQuestion } from './grant.service.js';

/** The viewer's grant for a category of a person's data; null when it is refused. Decided once a request. */
export const grantByQuestion = defineLoader<GrantQuestion, Grant | null, RequestContext>(
  (questions, context) => decideGrants(context, questions),
  ({ volunteerId, category }) => `${category} ${volunteerId}`,
);
