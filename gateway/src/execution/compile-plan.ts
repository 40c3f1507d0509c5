import { Kind, parse, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenPathSegment,
  PlanNode,
  QueryPlan,
} from '../planning/plan.js';
import { dependencies, groupReads, shapeWrites, type Footprint } from './dependencies.js';
import { compileEntityFetch, type EntityGroup } from './entity-fetch.js';
import { compileRootFetch, type FetchBase, type RunFetch } from './fetch.js';
import { compileLocate } from './locate.js';
import { compileRepresentation } from './representation.js';
import { outputRenames } from './rewrites.js';
import { compileShape, type Shape } from './shape.js';
import type { TypeSystem } from './type-system.js';

/** A Boolean variable and the value that it must have. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

/** One fetch of a compiled plan. */
export interface Task {
  readonly run: RunFetch;
  readonly conditions: readonly Condition[];
  /** Indexes of the tasks that must be done before; always lower than the own index. */
  readonly after: readonly number[];
  /** How many fetches at least come before. */
  readonly level: number;
}

/** A plan made ready to run many times. */
export interface CompiledPlan {
  readonly tasks: readonly Task[];
  /**
   * What a subscription sends once. It is a fetch of the plan as well: each event runs the whole plan, and is the answer
   * to this fetch.
   */
  readonly primary?: FetchBase;
}

export type OperationKind = 'query' | 'mutation' | 'subscription';

interface Draft {
  readonly run: RunFetch;
  readonly footprint: Footprint;
  readonly conditions: readonly Condition[];
  readonly before: readonly number[];
}

/**
 * Compiles a plan once. In a query each fetch waits only for the fetches whose values it reads; in a mutation the stages
 * of the plan are kept.
 */
export function compilePlan(plan: QueryPlan, kind: OperationKind, types: TypeSystem): CompiledPlan {
  const drafts: Draft[] = [];
  const compilation: Compilation = { kind, types, drafts, primary: null };
  if (plan.node != null) visit(plan.node, [], [], null, compilation);
  const tasks: Task[] = [];
  for (const { run, conditions, before, footprint } of drafts) {
    const earlier = before.map((index) => ({ index, footprint: drafts[index]?.footprint as Footprint }));
    const after = kind === 'mutation' ? before : dependencies(footprint, earlier);
    const level = after.reduce((highest, index) => Math.max(highest, (tasks[index]?.level ?? 0) + 1), 0);
    tasks.push({ run, conditions, after, level });
  }
  return compilation.primary === null ? { tasks } : { tasks, primary: compilation.primary };
}

interface Compilation {
  readonly kind: OperationKind;
  readonly types: TypeSystem;
  readonly drafts: Draft[];
  primary: FetchBase | null;
}

/** Adds the fetches below a node and answers their indexes. */
function visit(
  node: PlanNode,
  before: readonly number[],
  conditions: readonly Condition[],
  path: readonly FlattenPathSegment[] | null,
  compilation: Compilation,
): number[] {
  const { drafts } = compilation;
  switch (node.kind) {
    case 'Fetch':
      return [drafts.push({ ...compileFetch(node, path, compilation), conditions, before }) - 1];
    case 'Subscription': {
      const primary = compileFetch(
        { ...node.primary, kind: 'Fetch', operationKind: 'subscription' },
        path,
        compilation,
      );
      compilation.primary = primary.base;
      return [drafts.push({ ...primary, conditions, before }) - 1];
    }
    case 'BatchFetch':
      return [drafts.push({ ...compileBatch(node, compilation), conditions, before }) - 1];
    case 'Flatten':
      return visit(node.node, before, conditions, [...(path ?? []), ...node.path], compilation);
    case 'Parallel':
      return node.nodes.flatMap((child) => visit(child, before, conditions, path, compilation));
    case 'Sequence': {
      const added: number[] = [];
      for (const child of node.nodes) {
        added.push(...visit(child, [...before, ...added], conditions, path, compilation));
      }
      return added;
    }
    case 'Condition': {
      const branch = (child: PlanNode | null | undefined, value: boolean) =>
        child == null
          ? []
          : visit(child, before, [...conditions, { variable: node.condition, value }], path, compilation);
      return [...branch(node.ifClause, true), ...branch(node.elseClause, false)];
    }
    default:
      throw new Error(`The plan has a node of kind ${node.kind}, which this gateway does not run.`);
  }
}

function compileFetch(
  node: FetchNode,
  path: readonly FlattenPathSegment[] | null,
  { kind, types }: Compilation,
): { run: RunFetch; footprint: Footprint; base: FetchBase } {
  const operation = parseOperation(node.operation);
  const operationKind = node.operationKind === kind ? kind : 'query';
  const base = fetchBase(node, operationKind, node.operationName ?? null, types);
  if (node.requires != null && node.requires.length > 0) {
    const group = {
      alias: '_entities',
      representationsVariableName: 'representations',
      paths: [path ?? []],
      requires: node.requires,
      inputRewrites: node.inputRewrites ?? null,
      outputRewrites: node.outputRewrites ?? null,
    };
    const entities = compileGroup(group, operation, types);
    return { run: compileEntityFetch(base, [entities]), footprint: groupFootprint([group], [entities.shape]), base };
  }
  if (path !== null) throw new Error('The plan has a fetch below a path that requires nothing.');
  const root = types.schema.getRootType(operation.definition.operation);
  const shape = compileShape(operation.definition.selectionSet, root?.name ?? null, {
    types,
    fragments: operation.fragments,
    renames: outputRenames(node.outputRewrites ?? []),
  });
  return {
    run: compileRootFetch(base, shape),
    footprint: { reads: new Set(), writes: shapeWrites(shape, []) },
    base,
  };
}

function compileBatch(node: BatchFetchNode, { types }: Compilation): { run: RunFetch; footprint: Footprint } {
  const operation = parseOperation(node.operation);
  const aliases = node.entityBatch.aliases;
  const groups = aliases.map((alias) => compileGroup(alias, operation, types));
  return {
    run: compileEntityFetch(fetchBase(node, 'query', null, types), groups),
    footprint: groupFootprint(
      aliases,
      groups.map(({ shape }) => shape),
    ),
  };
}

function compileGroup(batch: EntityBatchAlias, operation: ParsedOperation, types: TypeSystem): EntityGroup {
  const field = operation.definition.selectionSet.selections.find(
    (selection): selection is FieldNode =>
      selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === batch.alias,
  );
  if (field?.selectionSet === undefined) throw new Error(`The plan has no field ${batch.alias} in its operation.`);
  const renames = outputRenames(batch.outputRewrites ?? []).map((rename) => {
    const [first, ...rest] = rename.path;
    return first !== undefined && 'Key' in first && first.Key === batch.alias ? { ...rename, path: rest } : rename;
  });
  return {
    alias: batch.alias,
    variable: batch.representationsVariableName,
    locate: batch.paths.map((path) => compileLocate(path, types)),
    represent: compileRepresentation(batch.requires, batch.inputRewrites ?? [], types),
    shape: compileShape(field.selectionSet, null, { types, fragments: operation.fragments, renames }),
  };
}

function groupFootprint(batch: readonly EntityBatchAlias[], shapes: readonly Shape[]): Footprint {
  const reads = new Set<string>();
  const writes = new Set<string>();
  batch.forEach(({ paths, requires }, index) => {
    for (const path of paths) {
      for (const key of groupReads(path, requires)) reads.add(key);
      const shape = shapes[index];
      if (shape !== undefined) for (const key of shapeWrites(shape, path)) writes.add(key);
    }
  });
  return { reads, writes };
}

interface ParsedOperation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function parseOperation(operation: string): ParsedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let definition: OperationDefinitionNode | undefined;
  for (const node of parse(operation, { noLocation: true }).definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) definition = node;
    else if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  if (definition === undefined) throw new Error('The plan has a fetch without an operation.');
  return { definition, fragments };
}

function fetchBase(
  { serviceName: service, operation, variableUsages }: FetchNode | BatchFetchNode,
  kind: OperationKind,
  operationName: string | null,
  types: TypeSystem,
): FetchBase {
  const name = operationName === null ? '' : `"operationName":${JSON.stringify(operationName)},`;
  const head = `{"query":${JSON.stringify(operation)},${name}"variables":`;
  return { template: { service, kind, operation, head }, variableUsages: variableUsages ?? [], types };
}
