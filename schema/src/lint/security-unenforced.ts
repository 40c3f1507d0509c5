import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed, plainName } from './subgraph-document.js';

/**
 * A promise of protection that the gateway would refuse to serve is found here first: a guard in another form than the
 * gateway knows, and data that a context carries past the guards.
 */
export const securityUnenforced: Rule = {
  code: 'SECURITY_UNENFORCED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        yield* faults(subgraph, type.name, type.directives);
        for (const field of type.fields) {
          const path = `${type.name}.${field.name.value}`;
          yield* faults(subgraph, path, field.directives);
          for (const argument of field.arguments ?? []) {
            yield* faults(subgraph, `${path}(${argument.name.value}:)`, argument.directives);
          }
        }
      }
    }
  },
};

function* faults(
  subgraph: string,
  path: string,
  directives: readonly ConstDirectiveNode[] | undefined,
): Iterable<Fault> {
  for (const { name } of directivesNamed(directives, 'context', 'fromContext')) {
    yield { subgraph, path, message: `@${plainName(name.value)} is not carried out by the gateway.` };
  }
  for (const directive of directivesNamed(directives, 'requiresScopes', 'policy')) {
    const name = plainName(directive.name.value);
    const argument = name === 'policy' ? 'policies' : 'scopes';
    const [given, ...more] = directive.arguments ?? [];
    if (given?.name.value === argument && more.length === 0 && isOrOfAnds(given.value)) continue;
    const message = `@${name} needs ${argument} as a list of lists with at least one name each, such as [["read"]].`;
    yield { subgraph, path, message };
  }
}

function isOrOfAnds(value: ConstValueNode): boolean {
  const isName = (item: ConstValueNode) => item.kind === Kind.STRING && item.value !== '';
  const isGroup = (group: ConstValueNode) =>
    group.kind === Kind.LIST && group.values.length > 0 && group.values.every(isName);
  return value.kind === Kind.LIST && value.values.length > 0 && value.values.every(isGroup);
}
