import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import { takesPart } from '../graphql/conditions.js';
import type { ParsedDocument } from '../graphql/parse-document.js';
import type { Variables } from '../graphql/variables.js';
import { compileActualCost } from './actual-cost.js';
import { amountFor, sum, times, type Amount } from './amount.js';
import type { CostContext } from './cost-context.js';
import { argumentsCost, expectedSize, fieldWeight } from './field-cost.js';

/** What one operation costs. */
export interface OperationCost {
  /** Before it runs. Throws a `RequestError` when a slicing argument is demanded and not given. */
  estimate(variables: Variables): number;
  /** Afterwards, by the JSON text of `data`. */
  actual(data: string, variables: Variables): number;
}

const MUTATION_COST = 10;

/** The fields of a connection whose length its own field decides. */
interface Sized {
  readonly fields: readonly string[];
  readonly size: Amount;
}

/**
 * Compiles the cost of an operation after the IBM cost directives, in the form that Apollo gave them: an object costs 1,
 * a leaf nothing, `@cost` replaces either; a list costs as much as its expected length times its items; a mutation costs
 * 10 more. The client's fields are counted, not the requests to subgraphs, so that a cost does not change with a plan.
 */
export function compileCost(parsed: ParsedDocument, context: CostContext): OperationCost {
  const { operation, fragments } = parsed;
  const { schema, directives, listSize } = context;
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;

  const ofSet = (set: SelectionSetNode, type: GraphQLNamedType | undefined, sized: Sized | null): Amount =>
    sum(
      set.selections.map((selection): Amount => {
        if (selection.kind === Kind.FIELD) return when(selection.directives, () => ofField(selection, type, sized));
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment === undefined) return 0;
        const condition = fragment.typeCondition?.name.value;
        const inner = condition === undefined ? type : schema.getType(condition);
        return when(selection.directives, () => ofSet(fragment.selectionSet, inner, sized));
      }),
    );

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined, sized: Sized | null): Amount => {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    // Meta fields are answered by the gateway: the schema as one object, type names as leaves.
    if (field === undefined) return node.selectionSet === undefined ? 0 : 1;
    const said = directives.listSize(field);
    const expected = said === null ? listSize : expectedSize(node, field, said, listSize);
    const below = said === null || said.sizedFields.length === 0 ? null : { fields: said.sizedFields, size: expected };
    const isList = isListType(getNullableType(field.type));
    const given = sized?.fields.includes(name) === true ? sized.size : expected;
    const set = node.selectionSet;
    const selection = set === undefined ? 0 : ofSet(set, getNamedType(field.type), below);
    const { weight } = fieldWeight(field, context);
    // A field that is no list costs nothing for its length, yet may demand that it be given.
    const demand = times(expected, 0);
    return sum([times(isList ? given : 1, sum([weight, selection])), demand, argumentsCost(node, field, directives)]);
  };

  const root = schema.getRootType(operation.operation) ?? undefined;
  const total = sum([base, ofSet(operation.selectionSet, root, null)]);
  let actual: OperationCost['actual'] | undefined;
  return {
    estimate: (variables) => bounded(amountFor(total, variables)),
    actual(data, variables) {
      actual ??= compileActualCost(parsed, context, base);
      return bounded(actual(data, variables));
    },
  };
}

/** Nothing for a selection that is left out by `@skip` or `@include`. */
function when(directives: readonly DirectiveNode[] | undefined, compile: () => Amount): Amount {
  if (directives === undefined || directives.length === 0) return compile();
  const amount = compile();
  return (variables) => (takesPart(directives, variables) ? amountFor(amount, variables) : 0);
}

/** A cost is a whole number that JSON can hold. */
function bounded(cost: number): number {
  return cost < Number.MAX_SAFE_INTEGER ? Math.max(Math.ceil(cost), 0) : Number.MAX_SAFE_INTEGER;
}
