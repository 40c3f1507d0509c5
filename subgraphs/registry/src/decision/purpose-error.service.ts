import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import type { GrantCategory } from './grant-category.rule.js';
import { decide, type SeenPerson } from './grant.loader.js';
import type { Decision } from './grant.service.js';
import { refusals, type Refusal } from './refusal.rule.js';

const explanations = {
  [refusals.PURPOSE_MISSING]: 'purpose-missing',
  [refusals.PURPOSE_UNKNOWN]: 'purpose-unknown',
  [refusals.PURPOSE_NOT_OPEN]: 'purpose-not-open',
  [refusals.ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE]: 'organization-not-accredited-for-purpose',
  [refusals.ROLE_NOT_ALLOWED]: 'role-not-allowed-for-purpose',
  [refusals.SAFEGUARDING_CASE_MISSING]: 'safeguarding-case-missing',
} as const;

function isAboutPurpose(refusal: Refusal): refusal is keyof typeof explanations {
  return refusal in explanations;
}

/**
 * What an operation is told whose purpose lets nobody be seen: in `extensions.purposes` those that the viewer may state, and by
 * `extensions.once` that one of it is enough for an operation.
 *
 * @throws Error for a refusal that is not about the purpose
 */
export async function purposeError(context: RequestContext, refusal: Refusal): Promise<DomainError> {
  if (!isAboutPurpose(refusal)) throw new Error(`The refusal ${refusal} is not about the purpose.`);
  const [row] = await runStatement<{ purposes: readonly string[] }>(
    context.em,
    'select stateable_purposes() as purposes',
  );
  const purposes = row?.purposes ?? [];
  const explanation = explain(explanations[refusal], { purposes: purposes.join(', ') });
  return new DomainError(refusal, explanation, { details: { purposes, once: true } });
}

/**
 * As {@link decide}, for a field that would be null in silence: an operation that states no purpose, or one that there is not, is
 * told so once.
 *
 * @throws DomainError PURPOSE_MISSING or PURPOSE_UNKNOWN the first time in a request
 */
export async function decideAloud(
  context: RequestContext,
  person: SeenPerson,
  category: GrantCategory,
): Promise<Decision> {
  const decision = await decide(context, person, category);
  const { refusal } = decision;
  const isStated = refusal !== refusals.PURPOSE_MISSING && refusal !== refusals.PURPOSE_UNKNOWN;
  if (isStated || person.seenBy || !context.saysFirst('purpose')) return decision;
  throw await purposeError(context, refusal);
}
