import { Kind, type ConstDirectiveNode, type ConstValueNode, type GraphQLSchema } from 'graphql';
import { directiveText, directiveValue, memberOf, textOf } from '../graphql/directive-value.js';

/** What `@listSize` says about a field. */
export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object whose length it is, as in a connection; empty: of the field itself. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** Anything of a schema that can carry a directive. */
interface Annotated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Reads the directives of the cost specification, under the names that they have in one supergraph. */
export interface CostDirectives {
  /** The weight of `@cost`; null: there is none. */
  weight(element: Annotated): number | null;
  listSize(element: Annotated): ListSize | null;
}

const COST_FEATURE = /\/cost\/v\d/;

/** The cost directives of a supergraph. Without a link to the specification there are none, whatever their names. */
export function readCostDirectives(schema: GraphQLSchema): CostDirectives {
  const names = namesIn(schema);
  const find = ({ astNode }: Annotated, name: string | null) =>
    name === null ? undefined : astNode?.directives?.find((directive) => directive.name.value === name);
  return {
    weight(element) {
      const directive = find(element, names.cost);
      return directive === undefined ? null : numberOf(directiveValue(directive, 'weight'));
    },
    listSize(element) {
      const directive = find(element, names.listSize);
      if (directive === undefined) return null;
      const requireOne = directiveValue(directive, 'requireOneSlicingArgument');
      return {
        assumedSize: numberOf(directiveValue(directive, 'assumedSize')),
        slicingArguments: textsOf(directiveValue(directive, 'slicingArguments')),
        sizedFields: textsOf(directiveValue(directive, 'sizedFields')),
        requireOneSlicingArgument: requireOne?.kind !== Kind.BOOLEAN || requireOne.value,
      };
    },
  };
}

function namesIn(schema: GraphQLSchema): { cost: string | null; listSize: string | null } {
  const link = [schema.astNode, ...schema.extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .find((directive) => COST_FEATURE.test(directiveText(directive, 'url') ?? ''));
  if (link === undefined) return { cost: null, listSize: null };
  const prefix = directiveText(link, 'as') ?? 'cost';
  const imported = directiveValue(link, 'import');
  const items = imported?.kind === Kind.LIST ? imported.values : [];
  const nameOf = (own: string): string => {
    for (const item of items) {
      if (textOf(item) === `@${own}`) return own;
      if (textOf(memberOf(item, 'name')) === `@${own}`) return textOf(memberOf(item, 'as'))?.replace(/^@/, '') ?? own;
    }
    // What is not imported carries the name of its feature, save the directive that is called like it.
    return own === 'cost' ? prefix : `${prefix}__${own}`;
  };
  return { cost: nameOf('cost'), listSize: nameOf('listSize') };
}

function numberOf(value: ConstValueNode | undefined): number | null {
  const text = value?.kind === Kind.INT || value?.kind === Kind.FLOAT ? value.value : textOf(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

function textsOf(value: ConstValueNode | undefined): string[] {
  const values = value?.kind === Kind.LIST ? value.values : value === undefined ? [] : [value];
  return values.flatMap((one) => textOf(one) ?? []);
}
