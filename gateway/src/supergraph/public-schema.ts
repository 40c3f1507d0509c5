import {
  buildASTSchema,
  Kind,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql';
import { featureNames } from '../graphql/feature-names.js';

/** Directives that say something to clients; all others are for gateways. */
const PUBLIC_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf']);
/** Machinery that composition adds to a supergraph. */
const MACHINERY = /^(?:join|link|core|federation|authenticated|requiresScopes|policy)__/;

/**
 * The schema that clients see: the supergraph without its machinery and without anything inaccessible. It is made here
 * and not taken from the planner, which leaves inaccessible members in unions.
 */
export function buildPublicSchema(supergraph: DocumentNode): GraphQLSchema {
  const hidingNames = featureNames('inaccessible', supergraph);
  const isHidden = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }) =>
    (node.directives ?? []).some((directive) => hidingNames.has(directive.name.value));
  const hiddenTypes = new Set(
    supergraph.definitions.flatMap((node) =>
      'name' in node && node.name !== undefined && 'directives' in node && isHidden(node as never)
        ? [node.name.value]
        : [],
    ),
  );
  const visible = (types: readonly NamedTypeNode[] | undefined) =>
    (types ?? []).filter(({ name }) => !hiddenTypes.has(name.value));

  const definitions = supergraph.definitions.filter((node): node is DefinitionNode => {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
    if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) return true;
    return (
      'name' in node && node.name !== undefined && !MACHINERY.test(node.name.value) && !hiddenTypes.has(node.name.value)
    );
  });
  const document = visit(
    { ...supergraph, definitions },
    {
      FieldDefinition: (node) => (isHidden(node) ? null : undefined),
      InputValueDefinition: (node) => (isHidden(node) ? null : undefined),
      EnumValueDefinition: (node) => (isHidden(node) ? null : undefined),
      ObjectTypeDefinition: (node) => ({ ...node, interfaces: visible(node.interfaces) }),
      InterfaceTypeDefinition: (node) => ({ ...node, interfaces: visible(node.interfaces) }),
      UnionTypeDefinition: (node) => ({ ...node, types: visible(node.types) }),
      Directive: { leave: (node) => (PUBLIC_DIRECTIVES.has(node.name.value) ? undefined : null) },
    },
  );
  return buildASTSchema(document, { assumeValidSDL: true });
}
