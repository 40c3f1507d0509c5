import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { FieldKeys } from '../documents/field-keys.js';
import type { ClientError } from '../documents/request-error.js';
import { clientTail } from './client-tail.js';
import { collectFields, type ConditionalSet, type Included } from './collect-fields.js';
import { Failure } from './failure.js';
import { jsonString, leafWriter } from './leaf-writer.js';
import type { Variables } from './representation.js';
import { isStateObject, unite, type StateObject, type StateValue } from './state.js';
import type { TypeSystem } from './type-system.js';

/** A client is told at most so many errors; a thousand equal ones help nobody. */
const MAX_ERRORS = 1_000;

/** Writes the answer of an operation. */
export type Project = (data: StateObject, variables: Variables, introspection: IntrospectionTexts) => Projected;

/** The JSON text of the root fields `__schema` and `__type` by response key. */
export type IntrospectionTexts = ReadonlyMap<string, string>;

/** The JSON text of `data` and the errors met on the way. */
export interface Projected {
  readonly data: string;
  readonly errors: readonly ClientError[];
}

/** What compiling a projection needs to know. */
export interface ProjectionContext {
  readonly schema: GraphQLSchema;
  /** The types of the whole supergraph: tells an inaccessible type from an invented one. */
  readonly types: TypeSystem;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The keys of the running answer. */
  readonly keys: FieldKeys;
}

interface Pass {
  readonly variables: Variables;
  readonly introspection: IntrospectionTexts;
  readonly path: (string | number)[];
  readonly errors: ClientError[];
  /** How many errors were met, listed or not. */
  met: number;
}

/** Writes a value as JSON text; undefined: there is no value, so null takes its place here or above. */
type Writer = (value: StateValue, pass: Pass) => string | undefined;

interface FieldWriter {
  readonly responseKey: string;
  readonly key: string;
  /** Further keys under which the field was asked: through an interface that gives it a wider type. */
  readonly others: readonly string[];
  readonly prefix: string;
  readonly included: Included;
  readonly write: Writer;
}

/**
 * Compiles the result of an operation: the client's fields in the client's order, null propagation as the GraphQL
 * specification says, and errors at the client's paths.
 */
export function compileProjection(operation: OperationDefinitionNode, context: ProjectionContext): Project {
  const root = context.schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  const write = objectWriter(root, [{ selectionSet: operation.selectionSet, included: null }], context);
  return (data, variables, introspection) => {
    const pass: Pass = { variables, introspection, path: [], errors: [], met: 0 };
    return { data: write(data, pass) ?? 'null', errors: pass.errors };
  };
}

function report(pass: Pass, error: Omit<ClientError, 'path'>, tail: readonly (string | number)[] = []): void {
  pass.met++;
  if (pass.errors.length < MAX_ERRORS) pass.errors.push({ ...error, path: [...pass.path, ...tail] });
}

function defect(message: string): Omit<ClientError, 'path'> {
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

function typeWriter(
  type: GraphQLOutputType,
  label: string,
  below: readonly ConditionalSet[],
  context: ProjectionContext,
): Writer {
  if (isNonNullType(type)) {
    const write = presentWriter(type.ofType, label, below, context);
    return (value, pass) => {
      const before = pass.met;
      const text = write(value, pass);
      if (text === undefined && pass.met === before) {
        report(pass, defect(`Cannot return null for non-nullable field ${label}.`));
      }
      return text;
    };
  }
  const write = presentWriter(type, label, below, context);
  return (value, pass) => write(value, pass) ?? 'null';
}

/** The writer of a type without its outer non-null: null and failures are dealt with here. */
function presentWriter(
  type: GraphQLOutputType,
  label: string,
  below: readonly ConditionalSet[],
  context: ProjectionContext,
): Writer {
  const write = valueWriter(type, label, below, context);
  return (value, pass) => {
    if (value === null || value === undefined) return undefined;
    if (value instanceof Failure) {
      for (const { message, extensions, tail } of value.errors) {
        report(pass, { message, extensions }, clientTail(tail, below, context));
      }
      return undefined;
    }
    return write(value, pass);
  };
}

function valueWriter(
  type: GraphQLOutputType,
  label: string,
  below: readonly ConditionalSet[],
  context: ProjectionContext,
): Writer {
  if (isListType(type)) {
    const writeItem = typeWriter(type.ofType, label, below, context);
    return (value, pass) => {
      if (!Array.isArray(value)) return invalid(pass, label);
      let text = '';
      const depth = pass.path.length;
      for (let index = 0; index < value.length; index++) {
        pass.path[depth] = index;
        const item = writeItem((value as readonly StateValue[])[index], pass);
        if (item === undefined) {
          pass.path.length = depth;
          return undefined;
        }
        text += index === 0 ? item : `,${item}`;
      }
      pass.path.length = depth;
      return `[${text}]`;
    };
  }
  if (isLeafType(type)) {
    const write = leafWriter(type);
    return (value, pass) => write(value) ?? invalid(pass, label);
  }
  const write = objectWriter(getNamedType(type) as GraphQLCompositeType, below, context);
  return (value, pass) => (isStateObject(value) ? write(value, pass) : invalid(pass, label));
}

function invalid(pass: Pass, label: string): undefined {
  report(pass, defect(`The value of ${label} is not one of its type.`));
  return undefined;
}

type ObjectWriter = (object: StateObject, pass: Pass) => string | undefined;

function objectWriter(
  type: GraphQLCompositeType,
  sets: readonly ConditionalSet[],
  context: ProjectionContext,
): ObjectWriter {
  const { schema } = context;
  const writers = new Map<string, readonly FieldWriter[]>();
  const possible = new Set(isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name]);
  const writersFor = (typename: string): readonly FieldWriter[] => {
    let fields = writers.get(typename);
    if (fields === undefined) {
      fields = compileFields(typename, sets, context);
      writers.set(typename, fields);
    }
    return fields;
  };
  return (object, pass) => {
    const claimed = object.__typename;
    const typename = typeof claimed === 'string' ? claimed : type.name;
    // The planner leaves the type name out where it decides nothing; the fields are those of the interface then.
    if (!possible.has(typename) && (claimed !== undefined || !isInterfaceType(type))) {
      // A type that clients may not know is as good as null, without a word about it.
      const known = context.types.schema.getType(typename) !== undefined;
      const hidden = known && schema.getType(typename) === undefined;
      return hidden ? undefined : invalid(pass, type.name);
    }
    const depth = pass.path.length;
    let text = '';
    for (const field of writersFor(typename)) {
      if (field.included !== null && !field.included(pass.variables)) continue;
      pass.path[depth] = field.responseKey;
      const value = field.write(readField(object, field), pass);
      if (value === undefined) {
        pass.path.length = depth;
        return undefined;
      }
      text += text === '' ? field.prefix + value : `,${field.prefix}${value}`;
    }
    pass.path.length = depth;
    return `{${text}}`;
  };
}

function readField(object: StateObject, { key, others }: FieldWriter): StateValue {
  let value = object[key];
  for (const other of others) value = unite(value, object[other]);
  return value;
}

function compileFields(
  typename: string,
  sets: readonly ConditionalSet[],
  context: ProjectionContext,
): readonly FieldWriter[] {
  const { schema, fragments, keys } = context;
  const type = schema.getType(typename);
  const applies = (condition: string) => {
    if (condition === typename) return true;
    const conditionType = schema.getType(condition);
    if (!isAbstractType(conditionType)) return false;
    if (isInterfaceType(type))
      return schema.getPossibleTypes(type).every((one) => schema.isSubType(conditionType, one));
    return isObjectType(type) && schema.isSubType(conditionType, type);
  };
  const writers = [...collectFields(sets, fragments, applies)].flatMap(([responseKey, { nodes, places, below }]) => {
    const name = nodes[0]?.name.value ?? '';
    const write = fieldWriter(name, responseKey, type, below, context);
    const [key = name, ...others] = new Set(nodes.map((node) => keys.keyOf(node)));
    const base = { responseKey, prefix: `${JSON.stringify(responseKey)}:`, key, others, write };
    return places.map((place) => ({ ...base, ...place }));
  });
  return writers.toSorted((left, right) => left.order - right.order);
}

function fieldWriter(
  name: string,
  responseKey: string,
  type: GraphQLNamedType | undefined,
  below: readonly ConditionalSet[],
  context: ProjectionContext,
): Writer {
  if (name === '__typename') {
    const text = jsonString(type?.name ?? '');
    return () => text;
  }
  if (name === '__schema' || name === '__type') {
    return (_value, pass) => pass.introspection.get(responseKey) ?? 'null';
  }
  const fieldType = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
  if (fieldType === undefined) throw new Error(`The schema has no field ${type?.name}.${name}.`);
  return typeWriter(fieldType, `${type?.name}.${name}`, below, context);
}
