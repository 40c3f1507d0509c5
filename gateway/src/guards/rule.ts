import { Kind, type ConstDirectiveNode } from 'graphql';
import type { Clause } from './clause.js';

/** All the clauses that must be met, by a text that is the same for the same clause. Empty: open to everyone. */
export type Rule = ReadonlyMap<string, Clause>;

export const OPEN: Rule = new Map();

/** The names of the directives that guard. They are carried out under these names only. */
export const GUARDS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** Both rules together. */
export function both(left: Rule, right: Rule): Rule {
  if (right.size === 0) return left;
  return left.size === 0 ? right : new Map([...left, ...right]);
}

/** The rule that directives make. Those of an unexpected form are told to `refuse`, and the rule must then not be used. */
export function ruleOf(directives: readonly ConstDirectiveNode[] | undefined, refuse: (name: string) => void): Rule {
  const rule = new Map<string, Clause>();
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (!GUARDS.has(name)) continue;
    const clause = clauseOf(directive);
    if (clause === null) refuse(name);
    else rule.set(JSON.stringify(clause), clause);
  }
  return rule.size === 0 ? OPEN : rule;
}

function clauseOf({ name, arguments: given = [] }: ConstDirectiveNode): Clause | null {
  if (name.value === 'authenticated') return given.length === 0 ? { kind: 'authenticated' } : null;
  const kind = name.value === 'policy' ? 'policies' : 'scopes';
  const [argument, ...more] = given;
  if (argument?.name.value !== kind || more.length > 0 || argument.value.kind !== Kind.LIST) return null;
  const anyOf: (readonly string[])[] = [];
  for (const group of argument.value.values) {
    if (group.kind !== Kind.LIST || group.values.length === 0) return null;
    const all = new Set<string>();
    for (const item of group.values) {
      if (item.kind !== Kind.STRING || item.value === '') return null;
      all.add(item.value);
    }
    anyOf.push([...all].toSorted());
  }
  const sorted = anyOf.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  return sorted.length === 0 ? null : { kind, anyOf: sorted };
}
