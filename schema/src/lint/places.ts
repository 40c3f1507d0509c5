import type { ConstDirectiveNode, TypeNode } from 'graphql';
import type { SubgraphType } from './subgraph-document.js';

/** A field, an argument or an input field, with its schema coordinate. */
export interface Place {
  readonly path: string;
  readonly name: string;
  readonly type: TypeNode;
  readonly directives: readonly ConstDirectiveNode[];
}

/** Everything of a type that has a value. */
export function placesOf(type: SubgraphType): readonly Place[] {
  const place = (path: string, node: Node): Place => ({
    path,
    name: node.name.value,
    type: node.type,
    directives: node.directives ?? [],
  });
  return [
    ...type.fields.flatMap((field) => {
      const path = `${type.name}.${field.name.value}`;
      return [
        place(path, field),
        ...(field.arguments ?? []).map((argument) => place(`${path}(${argument.name.value}:)`, argument)),
      ];
    }),
    ...type.inputFields.map((field) => place(`${type.name}.${field.name.value}`, field)),
  ];
}

interface Node {
  readonly name: { readonly value: string };
  readonly type: TypeNode;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}
