import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { both, OPEN, type Rule } from './rule.js';
import type { DirectiveIndex } from './index-directives.js';

/** What a viewer needs for the fields of a supergraph. */
export interface Requirements {
  readonly isEmpty: boolean;
  /** What the objects of a type, or the values of a leaf type, need. */
  ofType(type: string): Rule;
  /**
   * What a field needs: its own rule, that of its type, of the type that it returns, and all that is needed for the fields
   * from which a subgraph derives it.
   */
  ofField(type: string, field: string): Rule;
}

/**
 * Reads the needs out of the directives.
 *
 * @param schema all types of the supergraph
 */
export function createRequirements(directives: DirectiveIndex, schema: GraphQLSchema): Requirements {
  const known = new Map<string, Rule>();
  return {
    isEmpty: directives.isEmpty,
    ofType: directives.typeRule,
    ofField: (type, field) => {
      const key = `${type}.${field}`;
      let rule = known.get(key);
      if (rule === undefined) {
        rule = collect(type, field, directives, schema);
        known.set(key, rule);
      }
      return rule;
    },
  };
}

/** Follows `@requires` to its end; a field may be reached again on the way, as needs can go in circles. */
function collect(type: string, field: string, directives: DirectiveIndex, schema: GraphQLSchema): Rule {
  let found = OPEN;
  const seen = new Set<string>();
  const visitField = (parent: string, name: string): void => {
    const key = `${parent}.${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    found = both(found, directives.typeRule(parent));
    visitOrigin(parent, name);
    for (const origin of directives.comesThrough(parent, name)) visitOrigin(origin, name);
  };
  const visitOrigin = (parent: string, name: string): void => {
    found = both(found, directives.fieldRule(parent, name));
    found = both(found, directives.typeRule(fieldType(schema, parent, name) ?? ''));
    for (const selection of directives.requires(parent, name)) visitSet(parent, parseSelection(selection));
  };
  const visitSet = (parent: string, set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        for (const one of [parent, ...possibleNames(schema, parent)]) {
          if (name === '__typename') found = both(found, directives.typeRule(one));
          else visitField(one, name);
        }
        const below = fieldType(schema, parent, name);
        if (selection.selectionSet !== undefined && below !== null) visitSet(below, selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visitSet(selection.typeCondition?.name.value ?? parent, selection.selectionSet);
      }
    }
  };
  visitField(type, field);
  return found;
}

function parseSelection(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A selection of @requires cannot be read.');
  return definition.selectionSet;
}

function possibleNames(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((one) => one.name) : [];
}

function fieldType(schema: GraphQLSchema, parent: string, field: string): string | null {
  const type = schema.getType(parent);
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return definition === undefined ? null : getNamedType(definition.type).name;
}
