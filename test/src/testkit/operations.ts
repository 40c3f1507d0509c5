import type { Answer } from '@birlik/test-client';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What an organisation may go on to change while it is suspended, which may be what the suspension is about (decision 20). */
export const changesWhileSuspended = [
  'Mutation.addOrganizationKey',
  'Mutation.appointOfficer',
  'Mutation.cancelOrganizationHandOver',
  'Mutation.changeOrganizationTimeZone',
  'Mutation.dismissOfficer',
  'Mutation.handOverOrganization',
  'Mutation.registerSystemClient',
  'Mutation.retireOrganizationKey',
  'Mutation.revokeSystemClient',
  'Mutation.updateOrganizationContact',
];

/** An operation of a schema, ready to be sent. */
export interface SampleOperation {
  /** Such as `Mutation.giveConsent`. */
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A value for what is called so, in an argument or in a field of an input; undefined: one of its type. */
export type SampleValue = (name: string, operation: string) => unknown;

/** By the names of scalars, a value that its members take for one. */
const scalars: Readonly<Record<string, unknown>> = {
  Boolean: true,
  CountryCode: 'AZ',
  Date: '2026-01-15',
  DateTime: '2030-01-15T09:00:00Z',
  Float: 1,
  ID: '01990000-0000-7000-8000-000000000001',
  Int: 1,
  JSON: {},
  Relation: 'x',
  String: 'x',
};

/** Below an operation: its list, the node, a person or an organisation of the node, and a list of theirs with its nodes. */
const deepest = 6;

/** Farther below, an organisation has what it is called and no affairs: an operation would not be taken for its size. */
const farthestOrganization = 2;

/** Every operation of a schema with all that it can select, as the schema has them now and not as somebody wrote them down. */
export function sampleOperations(schema: GraphQLSchema, sample: SampleValue = () => undefined): SampleOperation[] {
  const kinds = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION, OperationTypeNode.SUBSCRIPTION];
  return kinds.flatMap((kind) => {
    const root = schema.getRootType(kind);
    const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
    return fields.map((field) => operationOf(schema, { kind, field, name: `${root?.name}.${field.name}`, sample }));
  });
}

function operationOf(
  schema: GraphQLSchema,
  of: {
    readonly kind: OperationTypeNode;
    readonly field: GraphQLField<unknown, unknown>;
    readonly name: string;
    readonly sample: SampleValue;
  },
): SampleOperation {
  const { field, kind, name, sample } = of;
  const given = field.args.filter((argument) => isRequiredArgument(argument) || argument.name === 'first');
  const declared = given.map((argument) => `$${argument.name}: ${argument.type.toString()}`);
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`);
  const inBrackets = (parts: readonly string[]) => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
  const selection = sampleSelection(schema, getNamedType(field.type));
  return {
    name,
    document: `${kind} ${inBrackets(declared)} { ${field.name}${inBrackets(passed)} ${selection} }`,
    variables: Object.fromEntries(
      given.map((argument) => [argument.name, sampleInput(argument.type, argument.name, (key) => sample(key, name))]),
    ),
  };
}

function sampleInput(type: GraphQLInputType, name: string, sample: (name: string) => unknown): unknown {
  const given = sample(name);
  if (given !== undefined) return given;
  if (isNonNullType(type)) return sampleInput(type.ofType, name, sample);
  if (isListType(type)) return [sampleInput(type.ofType, name, sample)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) {
    if (!Object.hasOwn(scalars, type.name)) throw new Error(`Say what a value of the scalar ${type.name} looks like.`);
    return scalars[type.name];
  }
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map((field) => [field.name, sampleInput(field.type, field.name, sample)]));
}

/** Everything below a type that needs no argument; empty for a leaf. */
export function sampleSelection(schema: GraphQLSchema, type: GraphQLNamedType): string {
  return selectionOf(schema, type, []) ?? '';
}

/** Null where the path is too long, or comes back to a type that it passed. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, passed: readonly string[]): string | null {
  if (!isCompositeType(type)) return '';
  if (passed.length === deepest || passed.includes(type.name)) return null;
  if (isUnionType(type)) {
    // The same name has another type in another part of a union, so each part has names of its own.
    const parts = type.getTypes().map((part, index) => {
      const below = fieldsOf(schema, part, passed).map((field) => `${part.name}_${index}_${field}`);
      return `... on ${part.name} { ${['__typename', ...below.map(renamed)].join(' ')} }`;
    });
    return `{ ${parts.join(' ')} }`;
  }
  const fields = fieldsOf(schema, type, passed);
  return fields.length === 0 ? null : `{ __typename ${fields.join(' ')} }`;
}

/** `Part_0_name { … }` as the alias of `name { … }`. */
function renamed(field: string): string {
  const [, alias = '', name = '', rest = ''] = /^(\w+_\d+_)(\w+)(.*)$/s.exec(field) ?? [];
  return `${alias}${name}: ${name}${rest}`;
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType, passed: readonly string[]): string[] {
  if (!isObjectType(type) && !('getFields' in type)) return [];
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const isNamedAlone = type.name === 'Organization' && passed.length > farthestOrganization;
  return fields.flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    if (isNamedAlone && isCompositeType(getNamedType(field.type))) return [];
    const below = selectionOf(schema, getNamedType(field.type), [...passed, type.name]);
    if (below === null) return [];
    const first = field.args.some(({ name }) => name === 'first') ? '(first: 1)' : '';
    return [`${field.name}${first} ${below}`.trim()];
  });
}

/** What is said of everybody and everything: ids, cursors, names of types, and why nothing is shown. */
const impersonal = new Set(['__typename', 'id', 'pageInfo', 'withheld', 'cursor']);

/** Whether an answer holds nothing beside ids that the asker named, names of types, and empty lists. */
export function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(saysNothing);
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([name, one]) => impersonal.has(name) || saysNothing(one));
}

/**
 * The code by which an answer refuses to serve its asker, or NOTHING where it says nothing of anybody; null when it serves.
 * What a mutation answers about the input served its asker too: it got past the rules.
 */
export function refusalOf({ data, errors }: Pick<Answer, 'data' | 'errors'>): string | null {
  const codes = new Set((errors ?? []).map(({ extensions }) => extensions.code));
  for (const code of ['UNAUTHENTICATED', 'FORBIDDEN']) if (codes.has(code)) return code;
  if (codes.size > 0) return null;
  return saysNothing(data) ? 'NOTHING' : (problemOf(data) ?? null);
}

/** FORBIDDEN where the only field of an answer is a problem with that code. */
function problemOf(data: unknown): string | null {
  const [value] = Object.values((data ?? {}) as Record<string, unknown>);
  const codes = Object.entries((value ?? {}) as object).filter(([name]) => name.endsWith('code'));
  return codes.some(([, code]) => code === 'FORBIDDEN') ? 'FORBIDDEN' : null;
}

/** One fetch of an entity of each type that a subgraph's SDL gives a key. */
export function sampleEntities(
  schema: GraphQLSchema,
  sdl: DocumentNode,
  sample: SampleValue = () => undefined,
): SampleOperation[] {
  return sdl.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const key = definition.directives?.find(({ name }) => name.value === 'key');
    const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
    const type = schema.getType(definition.name.value);
    if (fields?.kind !== Kind.STRING || !isObjectType(type)) return [];
    const values = fields.value.split(' ').map((field) => {
      const of = type.getFields()[field]?.type as GraphQLInputType;
      return [field, sampleInput(of, field, (name) => sample(name, type.name))];
    });
    const representation = Object.fromEntries([['__typename', type.name], ...values]) as Record<string, unknown>;
    return [
      {
        name: `${type.name} as an entity`,
        document: `query ($representations: [_Any!]!) {
          _entities(representations: $representations) { ... on ${type.name} ${sampleSelection(schema, type)} }
        }`,
        variables: { representations: [representation] },
      },
    ];
  });
}
