import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { collectFields, type ConditionalSet, type Included } from '../graphql/collect-fields.js';
import { Failure } from '../execution/failure.js';
import { matchesType } from '../graphql/matches-type.js';
import { isStateObject, type StateValue } from '../execution/state.js';
import { REDACTED, type FieldGuard } from '../execution/field-guard.js';
import type { Rights } from './rights.js';
import { explain } from '../errors/messages.js';

interface GuardContext {
  readonly rights: Rights;
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The guard of a field on objects of one type; null when all of the field may be seen. */
export function guardField(
  type: string,
  nodes: readonly FieldNode[],
  below: readonly ConditionalSet[],
  { rights, schema, fragments }: GuardContext,
): FieldGuard | null {
  const parent = schema.getType(type);
  const name = nodes[0]?.name.value ?? '';
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const isNullable = definition !== undefined && !isNonNullType(definition.type);
  if (rights.denies(type, nodes)) return { reportsError: () => true, redact: () => REDACTED, isNullable };
  const answered = definition === undefined ? undefined : getNamedType(definition.type);
  if (!isAbstractType(answered)) return null;
  const hidden = schema.getPossibleTypes(answered).filter((one) => !rights.sees(one.name));
  if (hidden.length === 0) return null;
  const reaching: Included[] = hidden.flatMap((one) => {
    const fields = collectFields(below, fragments, (condition) => matchesType(schema, condition, one));
    return [...fields.values()].flatMap(({ places }) => places.map(({ included }) => included));
  });
  return {
    reportsError: (variables) => reaching.some((included) => included === null || included(variables)),
    redact: (value) => redacted(value, answered.name, rights),
    isNullable,
  };
}

/** The objects that may be seen. What failed may be of a type that is hidden, so nothing but the fact is told of it. */
function redacted(value: StateValue, type: string, rights: Rights): StateValue | typeof REDACTED {
  if (value instanceof Failure) {
    const codes = value.errors.map(({ extensions: { code, service } }) => ({ code, service }));
    return new Failure(codes.map((extensions) => ({ message: explain('field-unanswered'), extensions, tail: [] })));
  }
  if (Array.isArray(value)) {
    const seen: StateValue[] = [];
    for (const item of value as readonly StateValue[]) {
      const shown = item instanceof Failure ? REDACTED : redacted(item, type, rights);
      if (shown !== REDACTED) seen.push(shown);
    }
    return seen;
  }
  if (!isStateObject(value)) return value;
  const { __typename: claimed } = value;
  return rights.sees(typeof claimed === 'string' ? claimed : type) ? value : REDACTED;
}
