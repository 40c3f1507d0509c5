import { Kind } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed, type SubgraphDocument } from './subgraph-document.js';

/** An operation that reaches a need of an entity with two keys can end the planner, and the gateway with it. */
export const requiresTwoKeys: Rule = {
  code: 'REQUIRES_TWO_KEYS',
  *check(subgraphs): Iterable<Fault> {
    const keys = keysOf(subgraphs);
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        if ((keys.get(type.name)?.size ?? 0) < 2) continue;
        for (const field of type.fields) {
          if (directivesNamed(field.directives, 'requires').length === 0) continue;
          const path = `${type.name}.${field.name.value}`;
          const message = `@requires of an entity with several keys can end the gateway; give ${type.name} one key.`;
          yield { subgraph, path, message };
        }
      }
    }
  },
};

/** The different keys of each type, in all subgraphs. */
function keysOf(subgraphs: readonly SubgraphDocument[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const type of subgraphs.flatMap(({ types }) => [...types.values()])) {
    const own = keys.get(type.name) ?? new Set();
    keys.set(type.name, own);
    for (const directive of directivesNamed(type.directives, 'key')) {
      const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
      if (fields?.kind === Kind.STRING)
        own.add(
          fields.value
            .split(/[\s,]+/)
            .join(' ')
            .trim(),
        );
    }
  }
  return keys;
}
