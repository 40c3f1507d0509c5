import {
  buildASTSchema,
  isIntrospectionType,
  isSpecifiedDirective,
  Kind,
  parse,
  specifiedDirectives,
  specifiedScalarTypes,
  introspectionTypes,
  type DefinitionNode,
  type GraphQLSchema,
} from 'graphql';

const BUILT_IN = new Set<string>([
  ...introspectionTypes.filter(isIntrospectionType).map(({ name }) => name),
  ...specifiedScalarTypes.map(({ name }) => name),
]);
const BUILT_IN_DIRECTIVES = new Set(specifiedDirectives.filter(isSpecifiedDirective).map(({ name }) => name));

/**
 * The schema that clients see. The planner writes the introspection system into its SDL; graphql-js brings its own, so
 * that is left out.
 */
export function buildPublicSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return BUILT_IN_DIRECTIVES.has(node.name.value) ? [] : [node];
    if ('name' in node && node.name !== undefined && BUILT_IN.has(node.name.value)) return [];
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [node];
    return [{ ...node, fields: (node.fields ?? []).filter((field) => !field.name.value.startsWith('__')) }];
  });
  return buildASTSchema({ ...document, definitions }, { assumeValidSDL: true });
}
