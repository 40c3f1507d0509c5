import type { ConstDirectiveNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed, plainName } from './subgraph-document.js';

/** A directive that promises protection which nothing enforces is worse than none. */
export const securityUnenforced: Rule = {
  code: 'SECURITY_UNENFORCED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        yield* faults(subgraph, type.name, type.directives);
        for (const field of type.fields) yield* faults(subgraph, `${type.name}.${field.name.value}`, field.directives);
      }
    }
  },
};

function faults(
  subgraph: string,
  path: string,
  directives: readonly ConstDirectiveNode[] | undefined,
): readonly Fault[] {
  return directivesNamed(directives, 'authenticated', 'requiresScopes', 'policy').map((directive) => ({
    subgraph,
    path,
    message: `@${plainName(directive.name.value)} is not enforced by the gateway yet; decide in the subgraph instead.`,
  }));
}
