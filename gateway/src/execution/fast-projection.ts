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
import type { ViewerIds } from './viewer-ids.js';
import type { ConditionalSet, Included } from '../graphql/collect-fields.js';
import { jsonText } from '../subgraph/json.js';
import { isPlain } from './leaf-writer.js';
import { responseFields, type ProjectionContext } from './response-fields.js';
import type { Variables } from '../graphql/variables.js';
import type { StateObject } from './state.js';

/**
 * Writes the answer of an operation in which nothing failed. Returns undefined as soon as anything is not plain: a value
 * of the wrong kind, a null that must not be, an unexpected type. The exact projection then says what is wrong.
 *
 * @param isPlain whether it is known that no string needs an escape
 */
export type FastProject = (
  data: StateObject,
  variables: Variables,
  isPlain: boolean,
  ids: ViewerIds | null,
) => string | undefined;

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
  /** What the functions get beside the object: the variables, whether no string needs an escape, the viewer's ids. */
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
  const parameters = context.idPlaces == null ? 's, q' : 's, q, p';
  const code: Code = { functions: [], constants: [], context, parameters, variables: 0 };
  try {
    const entry = objectFunction(root, [{ selectionSet: operation.selectionSet, included: null }], code);
    const source = `'use strict';\n${code.functions.join('\n')}\nreturn ${entry};`;
    // The code is made from the schema and a validated document; whatever text of theirs is in it is a JSON string.
    return new Function('c', 'plain', 'json', source)(code.constants, isPlain, jsonText) as FastProject;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** Adds the function that writes the objects of a type and returns its name. */
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
    `let t = ${isConditional || fields.length === 0 ? `'{'` : `''`}, v;`,
  ];
  fields.forEach(({ nodes, name, key, others, responseKey, included, below }, index) => {
    const guard = code.context.guardField?.(type.name, nodes, below) ?? null;
    if (guard !== null || others.length > 0 || name === '__schema' || name === '__type') throw new NotPlain();
    const start = isConditional ? '' : index > 0 ? ',' : '{';
    const lead = JSON.stringify(`${start}${JSON.stringify(responseKey)}:`);
    let write: string;
    if (name === '__typename') write = `t += ${followed(lead, JSON.stringify(type.name))};`;
    else {
      const fieldType = type.getFields()[name]?.type;
      if (fieldType === undefined) throw new NotPlain();
      const field = { place: `${type.name}.${name}`, below };
      write = `v = o[${JSON.stringify(key)}];\n${writeValue(fieldType, { value: 'v', lead }, field, code)}`;
    }
    lines.push(conditionally(included, isConditional ? `if (t !== '{') t += ',';\n${write}` : write, code));
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

/** What is written: two JavaScript expressions, of the value and of the text before it, such as a comma and a key. */
interface Written {
  readonly value: string;
  readonly lead: string;
}

/** The expression of a text with another one behind it, as one literal where it can be. */
function followed(lead: string, text: string): string {
  return lead.startsWith('"')
    ? JSON.stringify(`${JSON.parse(lead) as string}${text}`)
    : `${lead} + ${JSON.stringify(text)}`;
}

function writeValue(type: GraphQLOutputType, written: Written, field: WrittenField, code: Code): string {
  const ifNull = isNonNullType(type) ? 'return;' : `t += ${followed(written.lead, 'null')};`;
  const present = isNonNullType(type) ? type.ofType : type;
  return `if (${written.value} == null) { ${ifNull} } else {\n${writePresent(present, written, field, code)}\n}`;
}

function writePresent(type: GraphQLOutputType, written: Written, field: WrittenField, code: Code): string {
  const { value, lead } = written;
  if (isListType(type)) {
    const number = code.variables++;
    const [index, item, start] = [`i${number}`, `x${number}`, `l${number}`];
    return [
      `if (!Array.isArray(${value})) return;`,
      `let ${start} = ${followed(lead, '[')};`,
      `if (${value}.length === 0) t += ${start};`,
      `for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`,
      `const ${item} = ${value}[${index}];`,
      writeValue(type.ofType, { value: item, lead: start }, field, code),
      `${start} = ',';`,
      '}',
      `t += ']';`,
    ].join('\n');
  }
  if (isScalarType(type) || isEnumType(type)) {
    return code.context.idPlaces?.has(field.place) === true
      ? writePseudonym(type, written)
      : writeLeaf(type, written, code);
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isAbstractType(type)) throw new NotPlain();
  const text = `r${code.variables++}`;
  return `const ${text} = ${objectFunction(type, field.below, code)}(${value}, ${code.parameters});\nif (${text} === undefined) return;\nt += ${lead} + ${text};`;
}

/** Without a viewer's ids nothing is written; the exact projection then fails closed in the same way. */
function writePseudonym(type: GraphQLScalarType | GraphQLEnumType, { value, lead }: Written): string {
  const number = type.name === 'ID' ? `Number.isInteger(${value}) ? String(${value}) : undefined` : 'undefined';
  const id = `typeof ${value} === 'string' ? ${value} : ${number}`;
  return `{ const id = ${id};\nif (id === undefined || p === null) return;\nt += ${followed(lead, '"')} + p.hide(id) + '"'; }`;
}

function writeLeaf(type: GraphQLScalarType | GraphQLEnumType, { value, lead }: Written, code: Code): string {
  const text = `r${code.variables++}`;
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return `const ${text} = ${constant(texts, code)}.get(${value});\nif (${text} === undefined) return;\nt += ${lead} + ${text};`;
  }
  const opened = followed(lead, '"');
  const writeString = `t += q || plain(${value}) ? ${opened} + ${value} + '"' : ${lead} + JSON.stringify(${value});`;
  switch (type.name) {
    case 'ID':
      return `if (typeof ${value} === 'string') ${writeString} else if (Number.isInteger(${value})) t += ${opened} + ${value} + '"'; else return;`;
    case 'String':
      return `if (typeof ${value} !== 'string') return;\n${writeString}`;
    case 'Int':
      return `if (typeof ${value} !== 'number' || (${value} | 0) !== ${value}) return;\nt += ${lead} + ${value};`;
    case 'Float':
      return `if (typeof ${value} !== 'number' || !Number.isFinite(${value})) return;\nt += ${lead} + ${value};`;
    case 'Boolean':
      return `if (${value} === true) t += ${followed(lead, 'true')}; else if (${value} === false) t += ${followed(lead, 'false')}; else return;`;
    default:
      return `const ${text} = json(${value});\nif (${text} === undefined) return;\nt += ${lead} + ${text};`;
  }
}
