import type { RequestContext } from '@birlik/trust/context';
import { defineLoader } from '@birlik/kernel/loader';
import type { GrantCategory } from './grant-category.rule.js';
import { decideGrants, type Decision, type GrantQuestion, type SeenBy } from './grant.service.js';

/** A person, and whose view of them it is: the viewer's own if unset. */
export interface SeenPerson {
  readonly id: string;
  readonly seenBy?: SeenBy | null;
}

const decisionByQuestion = defineLoader<GrantQuestion, Decision, RequestContext>(
  (questions, context) => decideGrants(context, questions),
  ({ volunteerId, category, seenBy }) => JSON.stringify([volunteerId, category, seenBy]),
);

/** Whether the viewer may read a category of a person's data. Decided once a request. */
export function decide(
  context: RequestContext,
  { id, seenBy = null }: SeenPerson,
  category: GrantCategory,
): Promise<Decision> {
  return decisionByQuestion.load(context, { volunteerId: id, category, seenBy });
}
