import type { Fault, Rule } from './rule.js';
import { directivesNamed, isList, namedType } from './subgraph-document.js';

/**
 * A field that returns many objects is a connection, or its description states the bound as "at most N". The lists
 * inside a connection are exempt, because its arguments bound them.
 */
export const listUnbounded: Rule = {
  code: 'LIST_UNBOUNDED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        if (type.name.endsWith('Connection')) continue;
        for (const field of type.fields) {
          if (!isList(field.type) || directivesNamed(field.directives, 'external').length > 0) continue;
          const shape = types.get(namedType(field.type).name.value)?.shape;
          if (shape === undefined || shape === 'scalar' || shape === 'enum') continue;
          if (/\bat most \d/i.test(field.description?.value ?? '')) continue;
          const path = `${type.name}.${field.name.value}`;
          yield { subgraph, path, message: 'is an unbounded list; return a connection, or say "at most N" of it.' };
        }
      }
    }
  },
};
