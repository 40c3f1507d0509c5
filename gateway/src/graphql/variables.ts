import {
  getVariableValues,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type GraphQLSchema,
  type GraphQLType,
  type VariableDefinitionNode,
} from 'graphql';
import { RequestError } from '../errors/request-error.js';

/** The values of the operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** Coerces the variables of a request. Throws {@link RequestError} when they do not fit. */
export type CoerceVariables = (given: Readonly<Record<string, unknown>>) => Variables;

/** Whether a value of an input type stays as it is when it is coerced. */
type StaysSame = (value: unknown) => boolean;

const MAX_ERRORS = 20;
const NONE: Variables = {};

const SCALARS: Readonly<Record<string, StaysSame>> = {
  ID: (value) => typeof value === 'string',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
};

/**
 * Compiles the coercion of an operation's variables. Values that coercion leaves as they are, nearly all, are only looked
 * at; anything else goes to graphql-js, which also says what is wrong.
 */
export function compileVariables(
  definitions: readonly VariableDefinitionNode[],
  schema: GraphQLSchema,
): CoerceVariables {
  if (definitions.length === 0) return () => NONE;
  const exact: CoerceVariables = (given) => {
    const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MAX_ERRORS });
    if (errors !== undefined) throw RequestError.from('BAD_USER_INPUT', errors);
    return coerced;
  };
  const checks = definitions.map(({ variable, type }) => ({
    name: variable.name.value,
    staysSame: compileCheck(typeFromAST(schema, type as never)),
  }));
  return (given) => {
    const variables: Record<string, unknown> = {};
    for (const { name, staysSame } of checks) {
      if (!Object.hasOwn(given, name) || !staysSame(given[name])) return exact(given);
      variables[name] = given[name];
    }
    return variables;
  };
}

function compileCheck(type: GraphQLType | undefined): StaysSame {
  if (isNonNullType(type)) {
    const staysSame = compileCheck(type.ofType);
    return (value) => value !== null && staysSame(value);
  }
  if (isListType(type)) {
    const staysSame = compileCheck(type.ofType);
    return (value) => value === null || (Array.isArray(value) && value.every(staysSame));
  }
  const scalar = isScalarType(type) && Object.hasOwn(SCALARS, type.name) ? SCALARS[type.name] : undefined;
  return scalar === undefined ? () => false : (value) => value === null || scalar(value);
}
