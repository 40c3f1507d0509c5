import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { EntityBatchAlias, FlattenPathSegment, PlanNode, RequiresSelection } from './plan.js';

/** What a fetch asks of the entities at one place. */
export interface EntityAsk {
  readonly path: readonly FlattenPathSegment[];
  readonly requires: readonly RequiresSelection[];
  /** Without fragments by name. */
  readonly selections: readonly SelectionNode[];
}

/** A fetch of entities, place by place. */
export interface EntityAsks {
  readonly serviceName: string;
  readonly asks: readonly EntityAsk[];
  /** The client's variables, by name. */
  readonly variables: ReadonlyMap<string, VariableDefinitionNode>;
}

/** Where a batch asks, and in which field of its operation; a fetch of one place is a batch of one. */
type Alias = Pick<EntityBatchAlias, 'alias' | 'representationsVariableName' | 'paths' | 'requires'>;

const FIELD = '_entities';

/** Null for anything but a fetch of entities whose representations and answer are taken as they are. */
export function readEntityAsks(node: PlanNode): EntityAsks | null {
  if (node.kind === 'BatchFetch') {
    const { aliases } = node.entityBatch;
    return aliases.some(isRewritten) ? null : readOperation(node.serviceName, node.operation, aliases);
  }
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || isRewritten(node.node)) return null;
  const { serviceName, operation, requires } = node.node;
  const alias = { alias: FIELD, representationsVariableName: 'representations', paths: [node.path] };
  return readOperation(serviceName, operation, [{ ...alias, requires: requires ?? [] }]);
}

/** The fetch that asks this; null when nothing is left to ask. */
export function writeEntityAsks({ serviceName, asks, variables }: EntityAsks): PlanNode | null {
  const groups = [...Map.groupBy(asks, ({ requires, selections }) => JSON.stringify([requires, selections])).values()];
  const [only] = groups;
  if (only === undefined) return null;
  if (groups.length === 1 && only.length === 1) {
    const [{ path, requires, selections } = never()] = only;
    const written = writeOperation([{ alias: FIELD, variable: 'representations', selections }], variables);
    return {
      kind: 'Flatten',
      path,
      node: { kind: 'Fetch', serviceName, operationKind: 'query', requires, ...written },
    };
  }
  const fields = groups.map(([{ selections } = never()], index) => ({
    alias: `_e${index}`,
    variable: `__batch_reps_${index}`,
    selections,
  }));
  const aliases = fields.map(({ alias, variable }, index) => {
    const group = groups[index] ?? never();
    const [{ requires } = never()] = group;
    return { alias, representationsVariableName: variable, paths: group.map(({ path }) => path), requires };
  });
  const entityBatch = { aliases };
  const written = writeOperation(fields, variables);
  return { kind: 'BatchFetch', serviceName, entityBatch, ...written };
}

function isRewritten({
  inputRewrites,
  outputRewrites,
}: Pick<EntityBatchAlias, 'inputRewrites' | 'outputRewrites'>): boolean {
  return (inputRewrites?.length ?? 0) > 0 || (outputRewrites?.length ?? 0) > 0;
}

function readOperation(serviceName: string, text: string, aliases: readonly Alias[]): EntityAsks | null {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('The planner made a fetch without an operation.');
  const fragments = fragmentsOf(document);
  const representations = new Set(aliases.map(({ representationsVariableName }) => representationsVariableName));
  const asks = aliases.flatMap(({ alias, paths, requires }) => {
    const field = operation.selectionSet.selections.find(
      (selection) => selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === alias,
    );
    if (field?.kind !== Kind.FIELD || field.selectionSet === undefined) throw new Error(`The planner forgot ${alias}.`);
    const { selections } = withoutSpreads(field.selectionSet, fragments);
    return paths.map((path) => ({ path, requires, selections }));
  });
  const own = (operation.variableDefinitions ?? []).filter(({ variable }) => !representations.has(variable.name.value));
  return {
    serviceName,
    asks,
    variables: new Map(own.map((definition) => [definition.variable.name.value, definition])),
  };
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

/** The planner gives fragments names of its own, so the same name means something else in another operation. */
function withoutSpreads(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  return visit(set, {
    FragmentSpread({ name, directives }) {
      const fragment = fragments.get(name.value);
      if (fragment === undefined) throw new Error(`The planner forgot the fragment ${name.value}.`);
      const { typeCondition, selectionSet } = fragment;
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition,
        directives,
        selectionSet: withoutSpreads(selectionSet, fragments),
      };
    },
  }) as SelectionSetNode;
}

interface EntityField {
  readonly alias: string;
  readonly variable: string;
  readonly selections: readonly SelectionNode[];
}

function writeOperation(
  fields: readonly EntityField[],
  variables: EntityAsks['variables'],
): { readonly operation: string; readonly variableUsages: readonly string[] } {
  const text = fields.map(({ alias, variable, selections }) => {
    const name = alias === FIELD ? FIELD : `${alias}: ${FIELD}`;
    return `${name}(representations: $${variable}) { ${selections.map(print).join(' ')} }`;
  });
  const used = new Set<string>();
  const note = (node: SelectionNode) => visit(node, { Variable: ({ name }) => void used.add(name.value) });
  for (const { selections } of fields) for (const selection of selections) note(selection);
  const own = [...variables].filter(([name]) => used.has(name));
  const definitions = [
    ...fields.map(({ variable }) => `$${variable}: [_Any!]!`),
    ...own.map(([, definition]) => print(definition)),
  ];
  const operation = print(parse(`query(${definitions.join(', ')}) { ${text.join('\n')} }`, { noLocation: true }));
  return { operation, variableUsages: own.map(([name]) => name) };
}

function never(): never {
  throw new Error('A group has at least one member.');
}
