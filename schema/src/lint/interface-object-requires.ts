import type { Fault, Rule } from './rule.js';
import { directivesNamed } from './subgraph-document.js';

/** The composer's supergraph makes the planner fetch too little for `@requires` inside an `@interfaceObject` type. */
export const interfaceObjectRequires: Rule = {
  code: 'INTERFACE_OBJECT_REQUIRES',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        if (directivesNamed(type.directives, 'interfaceObject').length === 0) continue;
        for (const field of type.fields) {
          if (directivesNamed(field.directives, 'requires').length === 0) continue;
          const path = `${type.name}.${field.name.value}`;
          const message =
            '@requires inside an @interfaceObject type is planned wrongly; put the field on the object types.';
          yield { subgraph, path, message };
        }
      }
    }
  },
};
