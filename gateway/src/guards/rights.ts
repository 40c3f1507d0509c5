import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import { argumentTypes } from './argument-types.js';
import type { Requirements } from './requirements.js';
import { both, OPEN, type Rule } from './rule.js';
import type { SpecializedDocument } from './specialized-document.js';

/** What the viewers of one kind may see of an operation. */
export interface Rights {
  /** Whether objects of a type may be seen; of an interface or union: whether all its objects may. */
  sees(type: string): boolean;
  /** Whether the field of these nodes may not be seen on objects of a type. */
  denies(type: string, nodes: readonly FieldNode[]): boolean;
  /** Whether nobody needs to be asked for a field, as it may be seen on no object that it is selected on. */
  leavesOut(node: FieldNode): boolean;
  /** Whether it must be known of which type each object of an interface or union is. */
  tellsApart(type: string): boolean;
}

/** What the fields of one operation need. */
export interface OperationNeeds {
  ofType(type: string): Rule;
  ofField(type: string, node: FieldNode): Rule;
  /** All together. */
  readonly all: Rule;
}

/** Reads the needs of an operation. */
export function operationNeeds(
  { specializations }: SpecializedDocument,
  requirements: Requirements,
  schema: GraphQLSchema,
): OperationNeeds {
  const hasField = (type: string, field: string) => fieldOf(schema, type, field) !== undefined;
  const ofField = (type: string, node: FieldNode): Rule => {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return OPEN;
    let rule = name === '__typename' ? requirements.ofType(type) : requirements.ofField(type, name);
    for (const reached of specializations.get(node)?.through ?? []) {
      rule = both(rule, hasField(reached, name) ? requirements.ofField(reached, name) : requirements.ofType(reached));
    }
    const definition = fieldOf(schema, type, name);
    if (definition === undefined || (node.arguments ?? []).length === 0) return rule;
    for (const used of argumentTypes(node, definition.args)) rule = both(rule, requirements.ofType(used));
    return rule;
  };
  let all = OPEN;
  for (const [node, { possible }] of specializations) {
    for (const type of possible) {
      all = both(all, both(requirements.ofType(type), ofField(type, node)));
      for (const member of membersOf(schema, type, node)) all = both(all, requirements.ofType(member));
    }
  }
  return { ofType: requirements.ofType, ofField, all };
}

/** The rights of those who meet a rule when `holds` says so. */
export function createRights(
  { specializations }: SpecializedDocument,
  needs: OperationNeeds,
  schema: GraphQLSchema,
  holds: (rule: Rule) => boolean,
): Rights {
  const objectsOf = (type: string): readonly string[] => {
    const known = schema.getType(type);
    return isAbstractType(known) ? schema.getPossibleTypes(known).map(({ name }) => name) : [type];
  };
  const sees = (type: string) => objectsOf(type).every((one) => holds(needs.ofType(one)));
  const deniesOne = (type: string, node: FieldNode): boolean => {
    if (!holds(needs.ofField(type, node))) return true;
    const members = membersOf(schema, type, node);
    return members.length > 0 && members.every((member) => !sees(member));
  };
  const denies = (type: string, nodes: readonly FieldNode[]) =>
    objectsOf(type).some((one) => nodes.some((node) => deniesOne(one, node)));
  const isRedacted = (type: string, node: FieldNode) => !sees(type) || deniesOne(type, node);
  const leavesOut = (node: FieldNode) =>
    specializations.get(node)?.possible.every((type) => isRedacted(type, node)) === true && !isMeta(node);
  const special = new Set<string>();
  for (const [node, { possible }] of specializations) {
    for (const type of possible) if (isRedacted(type, node)) special.add(type);
  }
  const tellsApart = (type: string) => objectsOf(type).some((one) => special.has(one) || !sees(one));
  return { sees, denies, leavesOut, tellsApart };
}

function isMeta(node: FieldNode): boolean {
  return node.name.value.startsWith('__');
}

function fieldOf(schema: GraphQLSchema, typeName: string, field: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
}

/** The object types of which a field's objects can be, when it returns an interface or union. */
function membersOf(schema: GraphQLSchema, type: string, node: FieldNode): readonly string[] {
  const definition = fieldOf(schema, type, node.name.value);
  const named = definition === undefined ? undefined : getNamedType(definition.type);
  return isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [];
}
