import type { Message } from '@birlik/messages/message';
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ownError, type ClientError } from '../errors/client-error.js';
import { REDACTED, UNAUTHORIZED, type FieldGuard } from './field-guard.js';
import type { ViewerIds } from './viewer-ids.js';
import { clientTail } from './client-tail.js';
import type { ConditionalSet, Included } from '../graphql/collect-fields.js';
import { Failure } from './failure.js';
import { jsonString, leafWriter, pseudonymWriter } from './leaf-writer.js';
import type { Variables } from '../graphql/variables.js';
import { responseFields, type ProjectionContext } from './response-fields.js';
import { isStateObject, TYPE_FAILURE, unite, type StateObject, type StateValue } from './state.js';
import { typeNeeds, type TypeNeed } from './type-needs.js';
import { explain } from '../errors/messages.js';

/** A client is told at most so many errors; a thousand equal ones help nobody. */
const MAX_ERRORS = 1_000;

/** Writes the answer of an operation. */
export type Project = (data: StateObject, request: ProjectionRequest) => Projected;

/** What an answer is written with beside its data. */
export interface ProjectionRequest {
  readonly variables: Variables;
  readonly introspection: IntrospectionTexts;
  /** The ids as the viewer sees them; null: as they are. */
  readonly ids: ViewerIds | null;
}

/** The JSON text of the root fields `__schema` and `__type` by response key. */
export type IntrospectionTexts = ReadonlyMap<string, string>;

/** The JSON text of `data` and the errors met on the way. */
export interface Projected {
  readonly data: string;
  readonly errors: readonly ClientError[];
}

interface Pass extends ProjectionRequest {
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

/** How the objects of one type are written. */
interface TypeWriters {
  readonly fields: readonly FieldWriter[];
  /** Not empty only for an interface, when no object type is known. */
  readonly needs: readonly TypeNeed[];
}

/**
 * Compiles the result of an operation: the client's fields in the client's order, null propagation as the GraphQL
 * specification says, and errors at the client's paths.
 */
export function compileProjection(operation: OperationDefinitionNode, context: ProjectionContext): Project {
  const root = context.schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  const write = objectWriter(root, [{ selectionSet: operation.selectionSet, included: null }], context);
  return (data, request) => {
    const pass: Pass = { ...request, path: [], errors: [], met: 0 };
    return { data: write(data, pass) ?? 'null', errors: pass.errors };
  };
}

function report(pass: Pass, error: Omit<ClientError, 'path'>, tail: readonly (string | number)[] = []): void {
  pass.met++;
  if (pass.errors.length < MAX_ERRORS) pass.errors.push({ ...error, path: [...pass.path, ...tail] });
}

function defect(message: Message): Omit<ClientError, 'path'> {
  return ownError('INTERNAL_SERVER_ERROR', message);
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
        report(pass, defect(explain('null-not-allowed', { field: label })));
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
    const write = context.idPlaces?.has(label) === true ? pseudonymWriter(type) : leafWriter(type);
    return (value, pass) => write(value, pass.ids) ?? invalid(pass, label);
  }
  const write = objectWriter(getNamedType(type) as GraphQLCompositeType, below, context);
  return (value, pass) => (isStateObject(value) ? write(value, pass) : invalid(pass, label));
}

function invalid(pass: Pass, label: string): undefined {
  report(pass, defect(explain('value-of-other-type', { field: label })));
  return undefined;
}

type ObjectWriter = (object: StateObject, pass: Pass) => string | undefined;

function objectWriter(
  type: GraphQLCompositeType,
  sets: readonly ConditionalSet[],
  context: ProjectionContext,
): ObjectWriter {
  const { schema } = context;
  const writers = new Map<string, TypeWriters>();
  const possible = possibleNames(type, schema);
  const writersFor = (typename: string): TypeWriters => {
    let found = writers.get(typename);
    if (found === undefined) {
      const known = schema.getType(typename);
      const needs = isInterfaceType(known) ? typeNeeds(known, sets, context) : [];
      found = { fields: compileFields(typename, sets, context), needs };
      writers.set(typename, found);
    }
    return found;
  };
  return (object, pass) => {
    const claimed = object.__typename;
    const typename = typeof claimed === 'string' ? claimed : type.name;
    if (!possible.has(typename)) {
      // A type that clients may not know is as good as null, without a word about it.
      const known = context.types.schema.getType(typename) !== undefined;
      const hidden = known && schema.getType(typename) === undefined;
      return hidden ? undefined : invalid(pass, type.name);
    }
    const { fields, needs } = writersFor(typename);
    // Nearly always there are none, and this runs for each object of an answer.
    if (needs.length > 0) {
      const unmet = needs.find(({ included }) => included === null || included(pass.variables));
      if (unmet !== undefined) return untyped(object, typename, unmet, pass);
    }
    const depth = pass.path.length;
    let text = '';
    for (const field of fields) {
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

/**
 * The names under which the objects of a type are known. Where the object type decides nothing, it is an interface: the
 * planner leaves the type name out, and a subgraph with an interface object gives the interface's own name.
 */
function possibleNames(type: GraphQLCompositeType, schema: GraphQLSchema): ReadonlySet<string> {
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const interfaces = isInterfaceType(type) ? [type, ...schema.getImplementations(type).interfaces] : [];
  return new Set([...objects, ...interfaces].map(({ name }) => name));
}

/** The object type is needed and not known: a subgraph failed or does not know the object. */
function untyped(object: StateObject, interfaceName: string, need: TypeNeed, pass: Pass): undefined {
  const failure = object[TYPE_FAILURE];
  if (failure instanceof Failure) {
    for (const { message, extensions } of failure.errors) report(pass, { message, extensions }, [need.responseKey]);
  } else {
    report(pass, defect(explain('type-unknown', { type: interfaceName })), [need.responseKey]);
  }
  return undefined;
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
  const type = context.schema.getType(typename);
  return responseFields(typename, sets, context).map((field) => {
    const { nodes, name, responseKey, key, others, included, below } = field;
    const guard = context.guardField?.(typename, nodes, below) ?? null;
    const open = fieldWriter(name, responseKey, type, below, context);
    const write = guard === null ? open : guardedWriter(open, guard);
    return { responseKey, prefix: `${JSON.stringify(responseKey)}:`, key, others, included, write };
  });
}

function guardedWriter(write: Writer, { reportsError, redact, isNullable }: FieldGuard): Writer {
  return (value, pass) => {
    const isReported = reportsError(pass.variables);
    if (isReported) report(pass, UNAUTHORIZED);
    const seen = redact(value);
    if (seen !== REDACTED) return write(seen, pass);
    if (isNullable) return 'null';
    if (!isReported) report(pass, UNAUTHORIZED);
    return undefined;
  };
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
