import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { MemberField, MemberSchema, MemberType, MemberValue, TypeKind } from './member-schema.js';
import { linksOf } from './links.js';
import { fieldSetOf, marksOf, namedTypeOf, textOf } from './nodes.js';

const kinds: Readonly<Record<TypeNode['kind'], TypeKind>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.SCALAR_TYPE_EXTENSION]: 'scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.OBJECT_TYPE_EXTENSION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.UNION_TYPE_EXTENSION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.ENUM_TYPE_EXTENSION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: 'input',
};

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** Federation's own, which each subgraph may print. Whatever else has two underscores is the member's. */
const machinery = /^(_Any|_Entity|_Service|_FieldSet|FieldSet|(federation|link)__\w+)$/;
const machineryFields: ReadonlySet<string> = new Set(['_entities', '_service']);

/**
 * Reads what a member declares from its SDL: extensions and definitions as one, federation's directives and the types of
 * operations under their usual names, whatever the SDL calls them.
 */
export function memberOfSdl(name: string, document: DocumentNode): MemberSchema {
  const names = namesIn(document);
  const types = new Map<string, MemberType>();
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    if (machinery.test(node.name.value) && kinds[node.kind] !== 'input' && !hasFieldsOfItsOwn(node)) continue;
    const type = typeOf(node, names);
    types.set(type.name, joined(types.get(type.name), type));
  }
  return { name, types };
}

/** `_Service` has `sdl` and nothing else, and the other types of the machinery have no fields. */
function hasFieldsOfItsOwn(node: TypeNode): boolean {
  const fields = 'fields' in node ? (node.fields ?? []) : [];
  return fields.some((field) => node.name.value !== '_Service' || field.name.value !== 'sdl');
}

interface Names {
  /** Federation's name of a directive, without the sign. */
  directive(name: string): string;
  type(name: string): string;
}

function namesIn(document: DocumentNode): Names {
  const directives = new Map<string, string>();
  const prefixes = new Set(['federation__']);
  for (const { as, imports } of linksOf(document)) {
    if (as !== null) prefixes.add(`${as}__`);
    for (const [name, alias] of imports) directives.set(alias.replace(/^@/, ''), name.replace(/^@/, ''));
  }
  const types = new Map<string, string>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of node.operationTypes ?? [])
      types.set(type.name.value, operation[0]?.toUpperCase() + operation.slice(1));
  }
  return {
    directive: (name) => {
      const prefix = [...prefixes].find((one) => name.startsWith(one));
      return directives.get(name) ?? (prefix === undefined ? name : name.slice(prefix.length));
    },
    type: (name) => types.get(name) ?? name,
  };
}

function typeOf(node: TypeNode, names: Names): MemberType {
  const directives = renamed(node.directives, names);
  const name = names.type(node.name.value);
  const isShareable = directives.some((directive) => directive.name.value === 'shareable');
  const isExternal = directives.some((directive) => directive.name.value === 'external');
  const fields = ('fields' in node ? (node.fields ?? []) : [])
    .filter((field) => name !== 'Query' || !machineryFields.has(field.name.value))
    .map((field) => fieldOf(field, names, { isShareable, isExternal }));
  return {
    name,
    kind: kinds[node.kind],
    isInterfaceObject: directives.some((directive) => directive.name.value === 'interfaceObject'),
    ...marksOf(directives),
    keys: directives.filter((one) => one.name.value === 'key').map((key) => fieldSetOf(key) ?? '{'),
    fields: new Map(fields.map((field) => [field.name, field])),
    interfaces: 'interfaces' in node ? (node.interfaces ?? []).map((one) => one.name.value) : [],
    members: 'types' in node ? (node.types ?? []).map((one) => one.name.value) : [],
    values: 'values' in node ? (node.values ?? []).map((one) => one.name.value) : [],
  };
}

function fieldOf(
  node: FieldDefinitionNode | InputValueDefinitionNode,
  names: Names,
  ofType: { readonly isShareable: boolean; readonly isExternal: boolean },
): MemberField {
  const directives = renamed(node.directives, names);
  const one = (name: string) => directives.find((directive) => directive.name.value === name);
  const override = one('override');
  return {
    ...valueOf(node, names),
    arguments: 'arguments' in node ? (node.arguments ?? []).map((argument) => valueOf(argument, names)) : [],
    isExternal: ofType.isExternal || one('external') !== undefined,
    isShareable: ofType.isShareable || one('shareable') !== undefined,
    overrides: override === undefined ? null : (textOf(override, 'from') ?? ''),
    requires: fieldSetOf(one('requires')),
    provides: fieldSetOf(one('provides')),
  };
}

function valueOf(node: FieldDefinitionNode | InputValueDefinitionNode, names: Names): MemberValue {
  return {
    name: node.name.value,
    type: print(node.type),
    named: names.type(namedTypeOf(node.type)),
    ...marksOf(renamed(node.directives, names)),
  };
}

/** The directives under federation's names. */
function renamed(directives: readonly ConstDirectiveNode[] | undefined, names: Names): readonly ConstDirectiveNode[] {
  return (directives ?? []).map((directive) => ({
    ...directive,
    name: { ...directive.name, value: names.directive(directive.name.value) },
  }));
}

function joined(known: MemberType | undefined, more: MemberType): MemberType {
  if (known === undefined) return more;
  return {
    ...known,
    isInterfaceObject: known.isInterfaceObject || more.isInterfaceObject,
    isInaccessible: known.isInaccessible || more.isInaccessible,
    tags: new Set([...known.tags, ...more.tags]),
    guards: new Set([...known.guards, ...more.guards]),
    keys: [...known.keys, ...more.keys],
    fields: new Map([...known.fields, ...more.fields]),
    interfaces: [...known.interfaces, ...more.interfaces],
    members: [...known.members, ...more.members],
    values: [...known.values, ...more.values],
  };
}
