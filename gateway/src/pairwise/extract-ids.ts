import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectFieldNode,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { ParsedDocument } from '../graphql/parse-document.js';
import { RequestError } from '../errors/request-error.js';
import type { Variables } from '../graphql/variables.js';
import { argumentPlace } from './id-places.js';
import type { ViewerIds, IdPlaces } from '../execution/viewer-ids.js';
import { revealId, ValueRevealer, type RevealValue } from './reveal-value.js';
import { explain } from '../errors/messages.js';

/** More than any request needs; to understand so many that were never asked for takes some 50 ms. */
const MAX_IDS = 1_000;

/** The variables of one request with the ids of the federation. Throws {@link RequestError} for a foreign pseudonym. */
export type RevealVariables = (variables: Variables, ids: ViewerIds) => Variables;

/** An operation in which ids are variables of their own. */
export interface ExtractedDocument {
  /** Stands for the client's document wherever it is planned and answered; the client's variables keep their names. */
  readonly document: ParsedDocument;
  readonly reveal: RevealVariables;
}

/** A variable that holds what a variable of the client means in places for pseudonyms. */
interface Derived {
  readonly name: string;
  readonly source: VariableDefinitionNode;
  readonly reveal: RevealValue;
  /** Whether it is used where null must not stand; a default allows that for the client's variable. */
  isRequired: boolean;
}

/** A variable in the place of a literal. */
interface Constant {
  readonly name: string;
  readonly type: string;
  readonly pseudonym: string;
}

/**
 * Takes pseudonyms out of a document: plans belong to a document and so to everybody who sends it, but whose pseudonyms
 * are in it is known with each request only. Literals become variables, and a variable of the client gets a second one
 * beside it, because one and the same may be used where ids are public too. Null: the operation takes no pseudonyms.
 */
export function extractIds(parsed: ParsedDocument, schema: GraphQLSchema, places: IdPlaces): ExtractedDocument | null {
  const extraction = new Extraction(parsed, schema, places);
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: {
      leave(node) {
        const [parent, field] = [typeInfo.getParentType(), typeInfo.getFieldDef()];
        if (parent == null || field == null || (node.arguments ?? []).length === 0) return undefined;
        return { ...node, arguments: node.arguments?.map((one) => extraction.argument(one, parent.name, field)) };
      },
    },
  });
  const change = <Node extends DefinitionNode>(node: Node): Node => visit(node, visitor) as Node;
  const operation = change(parsed.operation);
  const fragments = new Map([...reachableFragments(parsed)].map(([name, fragment]) => [name, change(fragment)]));
  if (extraction.isIdle) return null;
  const used = usedVariables([operation, ...fragments.values()]);
  const remaining = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const variableDefinitions = [...remaining, ...extraction.definitions()];
  return {
    document: { ...parsed, operation: { ...operation, variableDefinitions }, fragments },
    reveal: extraction.reveal(),
  };
}

class Extraction {
  readonly #schema: GraphQLSchema;
  readonly #places: IdPlaces;
  readonly #revealer: ValueRevealer;
  readonly #declared: ReadonlyMap<string, VariableDefinitionNode>;
  readonly #derived = new Map<string, Derived>();
  readonly #constants = new Map<string, Constant>();
  #made = 0;

  constructor({ operation }: ParsedDocument, schema: GraphQLSchema, places: IdPlaces) {
    this.#schema = schema;
    this.#places = places;
    this.#revealer = new ValueRevealer(places);
    this.#declared = new Map((operation.variableDefinitions ?? []).map((node) => [node.variable.name.value, node]));
  }

  get isIdle(): boolean {
    return this.#made === 0;
  }

  argument(node: ArgumentNode, parent: string, field: GraphQLField<unknown, unknown>): ArgumentNode {
    const definition = field.args.find(({ name }) => name === node.name.value);
    if (definition === undefined) return node;
    const isPlace = this.#places.has(argumentPlace(parent, field.name, definition.name));
    return { ...node, value: this.#value(node.value, definition.type, isPlace) };
  }

  /** The declarations of the variables that were made. */
  definitions(): VariableDefinitionNode[] {
    const derived = [...this.#derived.values()].map(({ name, source: { type }, isRequired }) =>
      declaration(name, isRequired && type.kind !== Kind.NON_NULL_TYPE ? { kind: Kind.NON_NULL_TYPE, type } : type),
    );
    const constants = [...this.#constants.values()].map(({ name, type }) =>
      declaration(name, {
        kind: Kind.NON_NULL_TYPE,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
      }),
    );
    return [...derived, ...constants];
  }

  reveal(): RevealVariables {
    const constants = [...this.#constants.values()];
    const derived = [...this.#derived].map(([source, { name, reveal }]) => ({ source, name, reveal }));
    return (variables, sectorIds) => {
      const ids = atMost(MAX_IDS, sectorIds);
      const revealed: Record<string, unknown> = { ...variables };
      for (const { name, pseudonym } of constants) revealed[name] = revealId(pseudonym, ids);
      for (const { source, name, reveal } of derived) {
        if (Object.hasOwn(variables, source)) revealed[name] = reveal(variables[source], ids);
      }
      return revealed;
    };
  }

  #value(value: ValueNode, type: GraphQLInputType, isPlace: boolean): ValueNode {
    if (value.kind === Kind.NULL || !this.#revealer.concerns(type, isPlace)) return value;
    if (value.kind === Kind.VARIABLE) return this.#variable(value, type);
    const present = getNullableType(type);
    if (isListType(present)) {
      // A single value stands for a list of one, which a variable would not.
      const items = value.kind === Kind.LIST ? value.values : [value];
      return { kind: Kind.LIST, values: items.map((item) => this.#value(item, present.ofType, isPlace)) };
    }
    if (isInputObjectType(present)) {
      if (value.kind !== Kind.OBJECT) return value;
      const fields = present.getFields();
      const change = (node: ObjectFieldNode): ObjectFieldNode => {
        const field = fields[node.name.value];
        if (field === undefined) return node;
        return {
          ...node,
          value: this.#value(node.value, field.type, this.#places.has(`${present.name}.${field.name}`)),
        };
      };
      return { ...value, fields: value.fields.map(change) };
    }
    if (value.kind !== Kind.STRING && value.kind !== Kind.INT) return value;
    return this.#constant(getNamedType(present).name, value.value);
  }

  /** Equal literals share a variable, so that equal calls of a field stay equal. */
  #constant(type: string, pseudonym: string): VariableNode {
    const key = `${type} ${pseudonym}`;
    let constant = this.#constants.get(key);
    if (constant === undefined) {
      constant = { name: this.#newName(), type, pseudonym };
      this.#constants.set(key, constant);
    }
    return variableNamed(constant.name);
  }

  #variable(node: VariableNode, type: GraphQLInputType): VariableNode {
    const source = this.#declared.get(node.name.value);
    const declared = source === undefined ? undefined : typeFromAST(this.#schema, source.type as never);
    if (source === undefined || !isInputType(declared)) return node;
    let derived = this.#derived.get(node.name.value);
    if (derived === undefined) {
      derived = { name: this.#newName(), source, reveal: this.#revealer.of(getNamedType(declared)), isRequired: false };
      this.#derived.set(node.name.value, derived);
    }
    derived.isRequired ||= isNonNullType(type);
    return variableNamed(derived.name);
  }

  #newName(): string {
    let name: string;
    do name = `_pairwise${this.#made++}`;
    while (this.#declared.has(name));
    return name;
  }
}

/** The same ids, which refuse to be asked for more. */
function atMost(most: number, ids: ViewerIds): ViewerIds {
  let asked = 0;
  const reveal = (pseudonym: string): string | null => {
    if (++asked > most) throw new RequestError('BAD_USER_INPUT', explain('too-many-ids', { most }));
    return ids.reveal(pseudonym);
  };
  return { hide: ids.hide, reveal };
}

function variableNamed(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function declaration(name: string, type: TypeNode): VariableDefinitionNode {
  return { kind: Kind.VARIABLE_DEFINITION, variable: variableNamed(name), type };
}

/** The fragments that the operation uses; those of other operations may use variables that this one does not have. */
function reachableFragments({ operation, fragments }: ParsedDocument): ReadonlyMap<string, FragmentDefinitionNode> {
  const reached = new Map<string, FragmentDefinitionNode>();
  const follow = (node: DefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return reached;
}

function usedVariables(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const definition of definitions) {
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(name.value),
    });
  }
  return used;
}
