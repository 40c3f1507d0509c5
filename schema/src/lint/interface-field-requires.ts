import { Kind, type DocumentNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed } from './subgraph-document.js';

/** Where the interface's field is asked, the planner sends it without what one type needs for it. */
export const interfaceFieldRequires: Rule = {
  code: 'INTERFACE_FIELD_REQUIRES',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types, document } of subgraphs) {
      for (const type of types.values()) {
        const interfaces = interfacesOf(type.name, document);
        for (const field of type.fields) {
          if (directivesNamed(field.directives, 'requires').length === 0) continue;
          const { value: name } = field.name;
          const face = interfaces.find((one) => types.get(one)?.fields.some((same) => same.name.value === name));
          if (face === undefined) continue;
          const message = `@requires of a field that the interface ${face} has here; leave the field out of ${face}.`;
          yield { subgraph, path: `${type.name}.${name}`, message };
        }
      }
    }
  },
};

function interfacesOf(type: string, { definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((node) =>
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) && node.name.value === type
      ? (node.interfaces ?? []).map(({ name }) => name.value)
      : [],
  );
}
