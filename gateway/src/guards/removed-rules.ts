import { isInterfaceType, isObjectType } from 'graphql';
import type { Clause } from './clause.js';
import type { Guards } from './guards.js';
import { both, type Rule } from './rule.js';

/** A conjunction with more alternatives is not looked through; its rule then counts as removed. */
const MAX_ALTERNATIVES = 4_096;

/**
 * The types (`Person`) and fields (`Person.email`) that are still there and whose rule became weaker or vanished. A rule
 * that moves from a field to its type, or becomes stricter, is not removed.
 */
export function removedRules(
  before: Pick<Guards, 'directives' | 'schema'>,
  after: Pick<Guards, 'directives' | 'schema'>,
): string[] {
  const removed: string[] = [];
  for (const type of Object.values(before.schema.getTypeMap())) {
    if (after.schema.getType(type.name) === undefined) continue;
    const typeRule = before.directives.typeRule(type.name);
    if (!implies(after.directives.typeRule(type.name), typeRule)) removed.push(type.name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const successor = after.schema.getType(type.name);
    const fields = isObjectType(successor) || isInterfaceType(successor) ? successor.getFields() : {};
    for (const name of Object.keys(type.getFields())) {
      const rule = before.directives.fieldRule(type.name, name);
      if (rule.size === 0 || !Object.hasOwn(fields, name)) continue;
      const now = both(after.directives.fieldRule(type.name, name), after.directives.typeRule(type.name));
      if (!implies(now, rule)) removed.push(`${type.name}.${name}`);
    }
  }
  return removed;
}

/** Whether everyone who meets the stronger rule meets the weaker one as well. */
function implies(stronger: Rule, weaker: Rule): boolean {
  return [...weaker].every(([key, clause]) => {
    if (stronger.has(key)) return true;
    // Scopes and policies are only ever met by somebody who is known.
    if (clause.kind === 'authenticated') return stronger.size > 0;
    const alternatives = conjunction([...stronger.values()], clause.kind);
    return alternatives.every((all) => clause.anyOf.some((needed) => needed.every((name) => all.has(name))));
  });
}

/** All clauses of a kind as one OR of ANDs. Without any it has one alternative that needs nothing. */
function conjunction(clauses: readonly Clause[], kind: 'scopes' | 'policies'): readonly ReadonlySet<string>[] {
  let alternatives: readonly ReadonlySet<string>[] = [new Set()];
  for (const clause of clauses) {
    if (clause.kind !== kind) continue;
    if (alternatives.length * clause.anyOf.length > MAX_ALTERNATIVES) return [new Set()];
    alternatives = alternatives.flatMap((left) => clause.anyOf.map((right) => new Set([...left, ...right])));
  }
  return alternatives;
}
