import {
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type OperationDefinitionNode,
} from 'graphql';
import type { SectorIds } from '../pairwise/pseudonyms.js';
import type { ConditionalSet, Included } from './collect-fields.js';
import { jsonText } from './json.js';
import { jsonString } from './leaf-writer.js';
import { responseFields, type ProjectionContext } from './response-fields.js';
import type { Variables } from './representation.js';
import type { StateObject } from './state.js';

/**
 * Writes the answer of an operation in which nothing failed. Answers undefined as soon as anything is not plain: a value
 * of the wrong kind, a null that must not be, an unexpected type. The exact projection then says what is wrong.
 */
export type FastProject = (data: StateObject, variables: Variables, ids: SectorIds | null) => string | undefined;

/** More functions than this would take longer to compile than they save. */
const MAX_FUNCTIONS = 500;
const MAX_POSSIBLE_TYPES = 20;

/** The operation has something that only the exact projection can write. */
class NotPlain extends Error {}

interface Code {
  readonly functions: string[];
  /** What the code refers to as `c[0]`, `c[1]` and so on. */
  readonly constants: unknown[];
  readonly context: ProjectionContext;
  /** What the functions get beside the object. */
  readonly parameters: string;
  variables: number;
}

/**
 * Compiles an operation to JavaScript that writes its answer without calls in between: names of the schema and of the
 * client are in it as JSON strings only. Null where the operation is not plain.
 */
export function compileFastProjection(
  operation: OperationDefinitionNode,
  context: ProjectionContext,
): FastProject | null {
  const root = context.schema.getRootType(operation.operation);
  if (root == null) return null;
  const parameters = context.pairwise == null ? 's' : 's, p';
  const code: Code = { functions: [], constants: [], context, parameters, variables: 0 };
  try {
    const entry = objectFunction(root, [{ selectionSet: operation.selectionSet, included: null }], code);
    const source = `'use strict';\n${code.functions.join('\n')}\nreturn ${entry};`;
    // The code is made from the schema and a validated document; whatever text of theirs is in it is a JSON string.
    return new Function('c', 'str', 'json', source)(code.constants, jsonString, jsonText) as FastProject;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** Adds the function that writes the objects of a type and answers its name. */
function objectFunction(type: GraphQLCompositeType, sets: readonly ConditionalSet[], code: Code): string {
  const name = `w${code.functions.length}`;
  if (code.functions.push('') > MAX_FUNCTIONS) throw new NotPlain();
  const index = code.functions.length - 1;
  const body = isAbstractType(type) ? abstractBody(type, sets, code) : objectBody(type, sets, code);
  code.functions[index] =
    `function ${name}(o, ${code.parameters}) {\nif (typeof o !== 'object' || o === null || Array.isArray(o)) return;\n${body}\n}`;
  return name;
}

function abstractBody(type: GraphQLCompositeType, sets: readonly ConditionalSet[], code: Code): string {
  if (!isAbstractType(type)) throw new NotPlain();
  const possible = code.context.schema.getPossibleTypes(type);
  if (possible.length > MAX_POSSIBLE_TYPES) throw new NotPlain();
  const cases = possible.map(
    (one) => `case ${JSON.stringify(one.name)}: return ${objectFunction(one, sets, code)}(o, ${code.parameters});`,
  );
  return `switch (o.__typename) {\n${cases.join('\n')}\n}`;
}

function objectBody(type: GraphQLObjectType, sets: readonly ConditionalSet[], code: Code): string {
  const fields = responseFields(type.name, sets, code.context);
  const isConditional = fields.some(({ included }) => included !== null);
  const lines = [
    `if (o.__typename !== undefined && o.__typename !== ${JSON.stringify(type.name)}) return;`,
    `let t = '{', v;`,
  ];
  fields.forEach(({ nodes, name, key, others, responseKey, included, below }, index) => {
    const guard = code.context.guardField?.(type.name, nodes, below) ?? null;
    if (guard !== null || others.length > 0 || name === '__schema' || name === '__type') throw new NotPlain();
    const comma = isConditional ? `if (t !== '{') t += ',';\n` : index > 0 ? `t += ',';\n` : '';
    const prefix = `${comma}t += ${JSON.stringify(`${JSON.stringify(responseKey)}:`)};`;
    let write: string;
    if (name === '__typename') write = `t += ${JSON.stringify(JSON.stringify(type.name))};`;
    else {
      const fieldType = type.getFields()[name]?.type;
      if (fieldType === undefined) throw new NotPlain();
      write = `v = o[${JSON.stringify(key)}];\n${writeValue(fieldType, 'v', { place: `${type.name}.${name}`, below }, code)}`;
    }
    lines.push(conditionally(included, `${prefix}\n${write}`, code));
  });
  lines.push(`return t + '}';`);
  return lines.join('\n');
}

function conditionally(included: Included, write: string, code: Code): string {
  return included === null ? write : `if (${constant(included, code)}(s)) {\n${write}\n}`;
}

function constant(value: unknown, code: Code): string {
  return `c[${code.constants.push(value) - 1}]`;
}

/** A field of an object type and what is selected below it. */
interface WrittenField {
  /** Its coordinate. */
  readonly place: string;
  readonly below: readonly ConditionalSet[];
}

function writeValue(type: GraphQLOutputType, value: string, field: WrittenField, code: Code): string {
  const ifNull = isNonNullType(type) ? 'return;' : `t += 'null';`;
  const present = isNonNullType(type) ? type.ofType : type;
  return `if (${value} == null) { ${ifNull} } else {\n${writePresent(present, value, field, code)}\n}`;
}

function writePresent(type: GraphQLOutputType, value: string, field: WrittenField, code: Code): string {
  if (isListType(type)) {
    const number = code.variables++;
    const [index, item] = [`i${number}`, `x${number}`];
    return [
      `if (!Array.isArray(${value})) return;`,
      `t += '[';`,
      `for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`,
      `if (${index} > 0) t += ',';`,
      `const ${item} = ${value}[${index}];`,
      writeValue(type.ofType, item, field, code),
      '}',
      `t += ']';`,
    ].join('\n');
  }
  if (isScalarType(type) || isEnumType(type)) {
    return code.context.pairwise?.has(field.place) === true
      ? writePseudonym(type, value)
      : writeLeaf(type, value, code);
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isAbstractType(type)) throw new NotPlain();
  const text = `r${code.variables++}`;
  return `const ${text} = ${objectFunction(type, field.below, code)}(${value}, ${code.parameters});\nif (${text} === undefined) return;\nt += ${text};`;
}

/** Without a viewer's ids nothing is written; the exact projection then fails closed in the same way. */
function writePseudonym(type: GraphQLScalarType | GraphQLEnumType, value: string): string {
  const number = type.name === 'ID' ? `Number.isInteger(${value}) ? String(${value}) : undefined` : 'undefined';
  const id = `typeof ${value} === 'string' ? ${value} : ${number}`;
  return `{ const id = ${id};\nif (id === undefined || p === null) return;\nt += '"' + p.hide(id) + '"'; }`;
}

function writeLeaf(type: GraphQLScalarType | GraphQLEnumType, value: string, code: Code): string {
  const text = `r${code.variables++}`;
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return `const ${text} = ${constant(texts, code)}.get(${value});\nif (${text} === undefined) return;\nt += ${text};`;
  }
  switch (type.name) {
    case 'ID':
      return `if (typeof ${value} === 'string') t += str(${value}); else if (Number.isInteger(${value})) t += '"' + ${value} + '"'; else return;`;
    case 'String':
      return `if (typeof ${value} !== 'string') return;\nt += str(${value});`;
    case 'Int':
      return `if (typeof ${value} !== 'number' || (${value} | 0) !== ${value}) return;\nt += ${value};`;
    case 'Float':
      return `if (typeof ${value} !== 'number' || !Number.isFinite(${value})) return;\nt += ${value};`;
    case 'Boolean':
      return `if (${value} === true) t += 'true'; else if (${value} === false) t += 'false'; else return;`;
    default:
      return `const ${text} = json(${value});\nif (${text} === undefined) return;\nt += ${text};`;
  }
}
