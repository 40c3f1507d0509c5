import { viewerName, type RequestContext } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { signGrant, type Grant, type GrantBasis } from '@birlik/trust/grant';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import { ownerOf, type GrantCategory } from './grant-category.rule.js';
import { notedFields } from './noted-fields.rule.js';
import { refusals, type Refusal } from './refusal.rule.js';

/** The organisation whose view of their own data a person previews, and what it would state as its purpose. */
export interface SeenBy {
  readonly organizationId: string;
  readonly purpose: string;
}

/** One question: may the viewer read this category of this person's data now? */
export interface GrantQuestion {
  readonly volunteerId: string;
  readonly category: GrantCategory;
  /** Null: the viewer asks for what the viewer sees. Otherwise only the person gets an answer. */
  readonly seenBy: SeenBy | null;
}

/** What came of a question: a grant, or why there is none. */
export type Decision =
  | { readonly grant: Grant; readonly refusal: null }
  | { readonly grant: null; readonly refusal: Refusal };

interface DecisionRow {
  readonly question: number;
  readonly basis: GrantBasis | null;
  readonly refusal: Refusal | null;
  readonly log_id: string;
  /** Null for all. */
  readonly tenants: readonly string[] | null;
}

/** By member, the key that it shares with the registry: for grants of its categories and for orders of erasure. */
export const memberKeys = defineSecret<Readonly<Record<string, Uint8Array>>>('keys of members');

/**
 * Decides and logs all questions in one statement: when the log cannot be written there is no decision. The rule itself
 * is the database function `decide_grants`, the only way from this process's role to a decision.
 *
 * @returns for each question the decision; anonymous viewers are refused without a row
 */
export async function decideGrants(
  context: RequestContext,
  questions: readonly GrantQuestion[],
): Promise<(Decision | Error)[]> {
  const { viewer } = context;
  if (!viewer) return questions.map(() => ({ grant: null, refusal: refusals.NOT_SIGNED_IN }));
  const rows = await runStatement<DecisionRow>(
    context.em,
    `select question, basis, refusal, log_id, tenants
       from decide_grants(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?, ?::jsonb, ?, ?, app_unerased(?::uuid), ?, ?, ?, ?)`,
    [
      arrayLiteral(questions.map(({ volunteerId }) => volunteerId)),
      arrayLiteral(questions.map(({ category }) => category)),
      arrayLiteral(questions.map(({ seenBy }) => seenBy?.organizationId ?? null)),
      arrayLiteral(questions.map(({ seenBy }) => seenBy?.purpose ?? null)),
      context.operationId,
      JSON.stringify(Object.fromEntries(notedFields(context.operationReads))),
      viewer.sub,
      viewer.client,
      viewer.volunteerId,
      context.organizationId,
      context.purpose,
      context.operation,
      context.requestId,
    ],
  );
  const decided = new Map(rows.map((row) => [row.question - 1, row]));
  return questions.map((question, index) => decisionOf(question, decided.get(index), context));
}

function decisionOf(question: GrantQuestion, row: DecisionRow | undefined, context: RequestContext): Decision | Error {
  if (!row || !context.viewer) return new Error('A question was left undecided.');
  const { basis, refusal, log_id: log } = row;
  if (basis === null) return { grant: null, refusal: refusal ?? refusals.NO_CONSENT };
  const tenants = row.tenants === null ? ('*' as const) : [...row.tenants];
  return {
    grant: { sub: question.volunteerId.toLowerCase(), viewer: viewerName(context.viewer), basis, tenants, log },
    refusal: null,
  };
}

/** The grant as the owner of its category accepts it; null stays null. */
export function signGrantFor(context: RequestContext, category: GrantCategory, grant: Grant | null): string | null {
  const audience = ownerOf(category);
  const key = memberKeys.of(context.member)[audience];
  return grant && key ? signGrant(grant, { audience, key }) : null;
}
