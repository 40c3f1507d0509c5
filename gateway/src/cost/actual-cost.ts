import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { ParsedDocument } from '../graphql/parse-document.js';
import type { Variables } from '../graphql/variables.js';
import { amountFor, type Amount } from './amount.js';
import type { CostContext } from './cost-context.js';
import { argumentsCost, fieldWeight } from './field-cost.js';

/** A selection set and the type that it is about. */
interface TypedSet {
  readonly set: SelectionSetNode;
  readonly type: GraphQLNamedType | undefined;
}

/** One response key of an answer. */
interface CountedField {
  readonly key: string;
  readonly weight: number;
  /** Whether the field costs its weight even when its answer is null or an empty list. */
  readonly isOwn: boolean;
  readonly arguments: Amount;
  /** Null: the field is a leaf. */
  readonly below: readonly CountedField[] | null;
}

/**
 * Compiles the count of what an answer really holds. Where a response key means fields of several types, the most
 * expensive of them counts: an answer does not tell the types.
 */
export function compileActualCost(
  { operation, fragments }: ParsedDocument,
  context: CostContext,
  base: number,
): (data: string, variables: Variables) => number {
  const { schema, directives } = context;
  const compile = (sets: readonly TypedSet[]): CountedField[] => {
    const found = new Map<string, { field: CountedField; sets: TypedSet[] }>();
    const collect = ({ set, type }: TypedSet): void => {
      for (const selection of set.selections) {
        if (selection.kind !== Kind.FIELD) {
          const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
          const condition = fragment?.typeCondition?.name.value;
          if (fragment === undefined) continue;
          collect({ set: fragment.selectionSet, type: condition === undefined ? type : schema.getType(condition) });
          continue;
        }
        const definition =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        const key = (selection.alias ?? selection.name).value;
        const { weight, isOwn } = definition === undefined ? META : fieldWeight(definition, context);
        const cost = definition === undefined ? 0 : argumentsCost(selection, definition, directives);
        const known = found.get(key);
        const below = definition === undefined ? undefined : selection.selectionSet;
        found.set(key, {
          field: {
            key,
            weight: Math.max(weight, known?.field.weight ?? 0),
            isOwn: isOwn || known?.field.isOwn === true,
            arguments: known?.field.arguments ?? cost,
            below: null,
          },
          sets: [
            ...(known?.sets ?? []),
            ...(below === undefined || definition === undefined
              ? []
              : [{ set: below, type: getNamedType(definition.type) }]),
          ],
        });
      }
    };
    sets.forEach(collect);
    return [...found.values()]
      .map(({ field, sets: inner }) => (inner.length === 0 ? field : { ...field, below: compile(inner) }))
      .filter((field) => field.below !== null || field.weight > 0 || field.arguments !== 0);
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  const fields = compile([{ set: operation.selectionSet, type: root }]);
  return (data, variables) => {
    const answer: unknown = JSON.parse(data);
    const count = (object: object, counted: readonly CountedField[]): number => {
      let total = 0;
      for (const field of counted) {
        if (!Object.hasOwn(object, field.key)) continue;
        const value = (object as Readonly<Record<string, unknown>>)[field.key];
        total += amountFor(field.arguments, variables) + countValue(value, field);
      }
      return total;
    };
    const countValue = (value: unknown, field: CountedField): number => {
      let values = 0;
      let total = 0;
      const visit = (one: unknown): void => {
        if (Array.isArray(one)) {
          one.forEach(visit);
        } else if (one !== null) {
          values++;
          if (field.below !== null && typeof one === 'object') total += count(one, field.below);
        }
      };
      visit(value);
      return total + field.weight * Math.max(values, field.isOwn ? 1 : 0);
    };
    return base + (typeof answer === 'object' && answer !== null ? count(answer, fields) : 0);
  };
}

/** Type names and the schema, which the gateway answers itself. */
const META = { weight: 0, isOwn: false };
