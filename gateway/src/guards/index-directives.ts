import { Kind, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import { directiveValue } from '../graphql/directive-value.js';
import { both, OPEN, ruleOf, type Rule } from './rule.js';

/** What the directives of a supergraph say of types and fields: their own rules, and whence their values come. */
export interface DirectiveIndex {
  readonly isEmpty: boolean;
  typeRule(type: string): Rule;
  fieldRule(type: string, field: string): Rule;
  /** The selections that a field names in `@requires`, in any subgraph. */
  requires(type: string, field: string): readonly string[];
  /** The interfaces through whose interface object a field of an object comes, if it does. */
  comesThrough(type: string, field: string): readonly string[];
}

/** Reads the directives. The document must have passed the gate. */
export function indexDirectives(supergraph: DocumentNode): DirectiveIndex {
  const types = new Map<string, Rule>();
  const fields = new Map<string, Rule>();
  const requires = new Map<string, readonly string[]>();
  const interfaces = new Map<string, readonly string[]>();
  const interfaceObjects = new Set<string>();
  const fromInterfaces = new Set<string>();
  const refuse = (name: string) => {
    throw new Error(`A use of @${name} has an unexpected form.`);
  };
  const add = (rules: Map<string, Rule>, key: string, rule: Rule) => {
    if (rule.size > 0) rules.set(key, both(rules.get(key) ?? OPEN, rule));
  };
  const readField = (type: string, { name, directives }: FieldDefinitionNode) => {
    const key = `${type}.${name.value}`;
    add(fields, key, ruleOf(directives, refuse));
    for (const join of directives ?? []) {
      if (join.name.value !== 'join__field') continue;
      const given = new Map((join.arguments ?? []).map((argument) => [argument.name.value, argument.value]));
      const selection = given.get('requires');
      if (selection?.kind === Kind.STRING) requires.set(key, [...(requires.get(key) ?? []), selection.value]);
      if (!given.has('graph')) fromInterfaces.add(key);
    }
  };
  for (const node of supergraph.definitions) {
    if (!('directives' in node) || !('name' in node) || node.name === undefined) continue;
    if (node.kind === Kind.DIRECTIVE_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) continue;
    if (node.kind === Kind.OPERATION_DEFINITION) continue;
    const type = node.name.value;
    add(types, type, ruleOf(node.directives, refuse));
    for (const join of node.directives ?? []) {
      const isObject = directiveValue(join, 'isInterfaceObject');
      if (isObject?.kind === Kind.BOOLEAN && isObject.value) interfaceObjects.add(type);
    }
    if (
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION
    ) {
      interfaces.set(type, [...(interfaces.get(type) ?? []), ...(node.interfaces ?? []).map(({ name }) => name.value)]);
      for (const field of node.fields ?? []) readField(type, field);
    }
  }
  return {
    isEmpty: types.size === 0 && fields.size === 0,
    typeRule: (type) => types.get(type) ?? OPEN,
    fieldRule: (type, field) => fields.get(`${type}.${field}`) ?? OPEN,
    requires: (type, field) => requires.get(`${type}.${field}`) ?? [],
    comesThrough: (type, field) =>
      fromInterfaces.has(`${type}.${field}`)
        ? (interfaces.get(type) ?? []).filter((name) => interfaceObjects.has(name))
        : [],
  };
}
