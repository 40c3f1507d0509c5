import type { RequestContext } from '@birlik/kernel/context';
import { signGrant, type Grant, type GrantBasis } from '@birlik/kernel/grant';
import { newId } from '@birlik/kernel/identifier';
import { ownerOf, type GrantCategory } from './grant-category.rule.js';

/** One question: may the viewer read this category of this person's data now? */
export interface GrantQuestion {
  readonly volunteerId: string;
  readonly category: GrantCategory;
}

interface DecisionRow {
  readonly volunteer_id: string;
  readonly category: GrantCategory;
  readonly basis: GrantBasis | null;
  readonly log_id: string;
}

let keys: Readonly<Record<string, Uint8Array>> = {};

/** Sets the keys with which grants are signed, by the member that owns the category; called once at start. */
export function provideGrantKeys(grantKeys: Readonly<Record<string, Uint8Array>>): void {
  keys = grantKeys;
}

/**
 * Decides and logs all questions in one statement: when the log cannot be written there is no decision. The rule itself
 * is the database function `decide_grants`, the only way from this process's role to a decision.
 *
 * @returns for each question the grant, or null when it is refused; anonymous viewers are refused without a row
 */
export async function decideGrants(
  context: RequestContext,
  questions: readonly GrantQuestion[],
): Promise<(Grant | null)[]> {
  const { viewer } = context;
  if (!viewer) return questions.map(() => null);
  const rows = await context.em.execute<DecisionRow[]>(
    `select volunteer_id, category, basis, log_id
       from decide_grants(?::uuid[], ?::text[], ?::uuid[], ?, app_unerased(?::uuid), ?, ?, ?, ?)`,
    [
      arrayLiteral(questions.map(({ volunteerId }) => volunteerId)),
      arrayLiteral(questions.map(({ category }) => category)),
      arrayLiteral(questions.map(() => newId())),
      viewer.sub,
      viewer.volunteerId,
      context.organizationId,
      context.purpose,
      context.operation,
      context.requestId,
    ],
    { loggerContext: context.em.getLoggerContext() },
  );
  const decisions = new Map(rows.map((row) => [`${row.category} ${row.volunteer_id}`, row]));
  return questions.map(({ volunteerId, category }) => {
    const decision = decisions.get(`${category} ${volunteerId.toLowerCase()}`);
    if (!decision?.basis) return null;
    const ownTenant = decision.basis === 'owner' && context.organizationId !== null;
    return {
      sub: decision.volunteer_id,
      viewer: viewer.sub,
      basis: decision.basis,
      tenants: ownTenant ? [context.organizationId] : '*',
      log: decision.log_id,
    };
  });
}

/** The grant as the owner of its category accepts it; null stays null. */
export async function sealGrant(grant: Grant | null, category: GrantCategory): Promise<string | null> {
  const audience = ownerOf(category);
  const key = keys[audience];
  return grant && key ? signGrant(grant, { audience, key }) : null;
}

/** PostgreSQL's text form of an array; ids and category names need no escaping, anything else is refused by its cast. */
function arrayLiteral(elements: readonly string[]): string {
  return `{${elements.map((element) => JSON.stringify(element)).join(',')}}`;
}
