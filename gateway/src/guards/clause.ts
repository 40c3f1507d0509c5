import type { Viewer } from '../identity/viewer.js';

/** Who satisfies a policy. */
export interface Policy {
  isSatisfiedBy(viewer: Viewer): boolean;
}

/** Policies by their names in `@policy`. */
export type Policies = ReadonlyMap<string, Policy>;

/** One condition that a viewer must meet. A list of lists is an OR of ANDs. */
export type Clause =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** Whether a viewer meets a clause. Nobody who is anonymous meets any, and a policy that is not configured is never met. */
export function meets(clause: Clause, viewer: Viewer | null, policies: Policies): boolean {
  if (viewer === null) return false;
  if (clause.kind === 'authenticated') return true;
  const holds =
    clause.kind === 'scopes'
      ? (scope: string) => viewer.scopes.includes(scope)
      : (policy: string) => policies.get(policy)?.isSatisfiedBy(viewer) === true;
  return clause.anyOf.some((all) => all.every(holds));
}
