import type { InputValueDefinitionNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { namedType } from './subgraph-document.js';

/** What is called an id is of type `ID`: `id`, `ids`, and names that end in `Id` or `Ids`. */
export const idType: Rule = {
  code: 'ID_TYPE',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        const places: { readonly path: string; readonly node: Named }[] = [];
        for (const field of type.fields) {
          const path = `${type.name}.${field.name.value}`;
          places.push({ path, node: field });
          for (const node of field.arguments ?? []) places.push({ path: `${path}(${node.name.value}:)`, node });
        }
        for (const node of type.inputFields) places.push({ path: `${type.name}.${node.name.value}`, node });

        for (const { path, node } of places) {
          const actual = namedType(node.type).name.value;
          if (!/^ids?$|[a-z0-9]Ids?$/.test(node.name.value) || actual === 'ID') continue;
          yield { subgraph, path, message: `is called an id but is of type ${actual}; make it ID.` };
        }
      }
    }
  },
};

type Named = Pick<InputValueDefinitionNode, 'name' | 'type'>;
