import { Kind, stripIgnoredCharacters, type FieldNode } from 'graphql';
import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenPathSegment,
  PlanNode,
  QueryPlan,
} from '../planning/plan.js';
import { withPassThrough } from './pass-through.js';
import { dependencies, groupReads, shapeWrites, type Footprint } from './dependencies.js';
import { compileEntityFetch } from './entity-fetch.js';
import { compileRootFetch, type FetchBase, type BeginFetch } from './fetch.js';
import { compileSharing } from '../sharing/compile/compile-sharing.js';
import { compileLocate, pathKeys } from './locate.js';
import { placesOf, type ReadsOf } from './reads-of.js';
import { compileRepresentation } from './representation.js';
import { outputRenames } from './rewrites.js';
import { compileShape, type Shape } from './shape.js';
import { parseOperationDocument, type OperationDocument } from '../graphql/operation-document.js';
import type { FetchTemplate, OperationKind } from '../subgraph/fetch-template.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** A Boolean variable and the value that it must have. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

/** One fetch of a compiled plan. */
export interface Task {
  readonly begin: BeginFetch;
  readonly conditions: readonly Condition[];
  /** Indexes of the tasks that must be done before; always lower than the own index. */
  readonly after: readonly number[];
  /** Indexes of the tasks that wait for this one. */
  readonly before: readonly number[];
  /** How many fetches at least come before. */
  readonly level: number;
}

/** A plan made ready to run many times. */
export interface CompiledPlan {
  readonly source: QueryPlan;
  /** In the order in which the fetches stand in the plan. */
  readonly tasks: readonly Task[];
  /** The subgraphs that it asks for more than what everybody may have and is cached. */
  readonly services: readonly string[];
  /**
   * What a subscription sends once. It is a fetch of the plan as well: each event runs the whole plan, and is the answer
   * to this fetch.
   */
  readonly primary?: FetchBase;
}

/** What a fetch takes into the running answer, and where. */
interface Part {
  /** The place in the fetch's document. */
  readonly at: string;
  readonly paths: readonly (readonly FlattenPathSegment[])[];
  readonly shape: Shape;
}

/** A fetch while the plan is being compiled; how it is run depends on the other fetches. */
interface Draft {
  readonly base: FetchBase;
  readonly parts: readonly Part[];
  readonly footprint: Footprint;
  readonly conditions: readonly Condition[];
  readonly before: readonly number[];
  /** @param shapes those of the parts, complete */
  readonly build: (shapes: readonly Shape[], after: readonly number[]) => BeginFetch;
}

type FetchDraft = Pick<Draft, 'base' | 'parts' | 'footprint' | 'build'>;

/**
 * Compiles a plan once. In a query each fetch waits only for the fetches whose values it reads; in a mutation the stages
 * of the plan stay.
 *
 * @param readsOf says what the subgraphs are told that the operation reads
 */
export function compilePlan(plan: QueryPlan, kind: OperationKind, types: TypeSystem, readsOf: ReadsOf): CompiledPlan {
  const drafts: Draft[] = [];
  const compilation: Compilation = { kind, types, readsOf, drafts, primary: null };
  if (plan.node != null) visit(plan.node, [], [], null, compilation);
  const passThrough = passThroughOf(drafts);
  const tasks: (Task & { readonly before: number[] })[] = [];
  for (const { build, parts, conditions, before, footprint } of drafts) {
    const earlier = before.map((index) => ({ index, footprint: drafts[index]?.footprint as Footprint }));
    const after = kind === 'mutation' ? before : dependencies(footprint, earlier);
    const level = after.reduce((highest, index) => Math.max(highest, (tasks[index]?.level ?? 0) + 1), 0);
    for (const index of after) tasks[index]?.before.push(tasks.length);
    tasks.push({ begin: build(parts.map(passThrough), after), conditions, after, before: [], level });
  }
  const services = [
    ...new Set(drafts.flatMap(({ base: { template } }) => (isPublic(template) ? [] : template.service))),
  ];
  const { primary } = compilation;
  return { source: plan, tasks, services, ...(primary === null ? {} : { primary }) };
}

function isPublic({ sharing }: FetchTemplate): boolean {
  if (sharing === null) return false;
  const parts = sharing.entities.length === 0 ? [sharing.root] : sharing.entities;
  return parts.every(({ publicSeconds }) => publicSeconds > 0);
}

/** Lets each part pass through what no other part, nor the same one at another place, writes to. */
function passThroughOf(drafts: readonly Draft[]): (part: Part) => Shape {
  const all = drafts.flatMap(({ parts }) =>
    parts.flatMap((part) => part.paths.map((path) => ({ part, path, writes: [...shapeWrites(part.shape, path)] }))),
  );
  return (part) =>
    withPassThrough(part.shape, '', (relative) =>
      part.paths.some((path) => {
        const at = ['', ...pathKeys(path)].join('/') + relative;
        return all.some(
          (other) =>
            (other.part !== part || other.path !== path) &&
            other.writes.some((key) => key === at || key.startsWith(`${at}/`)),
        );
      }),
    );
}

interface Compilation {
  readonly kind: OperationKind;
  readonly types: TypeSystem;
  readonly readsOf: ReadsOf;
  readonly drafts: Draft[];
  primary: FetchBase | null;
}

/** Adds the fetches below a node and returns their indexes. */
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
      return [drafts.push({ ...draftFetch(node, path, compilation), conditions, before }) - 1];
    case 'Subscription': {
      const fetch: FetchNode = { ...node.primary, kind: 'Fetch', operationKind: 'subscription' };
      const primary = draftFetch(fetch, path, compilation);
      compilation.primary = primary.base;
      return [drafts.push({ ...primary, conditions, before }) - 1];
    }
    case 'BatchFetch':
      return [drafts.push({ ...draftBatch(node, compilation), conditions, before }) - 1];
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

function draftFetch(node: FetchNode, path: readonly FlattenPathSegment[] | null, compilation: Compilation): FetchDraft {
  const { types } = compilation;
  const document = parseOperationDocument(node.operation);
  if (node.requires != null && node.requires.length > 0) {
    const batch = {
      alias: '_entities',
      representationsVariableName: 'representations',
      paths: [path ?? []],
      requires: node.requires,
      inputRewrites: node.inputRewrites ?? null,
      outputRewrites: node.outputRewrites ?? null,
    };
    return draftEntities(node, [batch], document, compilation);
  }
  if (path !== null) throw new Error('The plan has a fetch below a path that requires nothing.');
  const root = types.schema.getRootType(document.operation.operation);
  const shape = compileShape(document.operation.selectionSet, root?.name ?? null, {
    types,
    fragments: document.fragments,
    renames: outputRenames(node.outputRewrites ?? []),
  });
  const parts = [{ at: '', paths: [[]], shape }];
  const base = fetchBase(node, document, parts, compilation);
  return {
    parts,
    footprint: { reads: new Set(), writes: shapeWrites(shape, []) },
    build: ([whole = shape]) => compileRootFetch(base, whole),
    base,
  };
}

function draftBatch(node: BatchFetchNode, compilation: Compilation): FetchDraft {
  return draftEntities(node, node.entityBatch.aliases, parseOperationDocument(node.operation), compilation);
}

function draftEntities(
  node: FetchNode | BatchFetchNode,
  batches: readonly EntityBatchAlias[],
  document: OperationDocument,
  compilation: Compilation,
): FetchDraft {
  const { types } = compilation;
  const parts = batches.map((batch) => {
    const { alias, paths } = batch;
    return { at: alias, paths, shape: batchShape(batch, document, types) };
  });
  const base = fetchBase(node, document, parts, compilation);
  const reads = batches.flatMap(({ paths, requires }) => paths.flatMap((path) => [...groupReads(path, requires)]));
  const writes = parts.flatMap(({ paths, shape }) => paths.flatMap((path) => [...shapeWrites(shape, path)]));
  const build = (shapes: readonly Shape[], after: readonly number[]) =>
    compileEntityFetch(
      base,
      batches.map((batch, index) => ({
        alias: batch.alias,
        variable: batch.representationsVariableName,
        identity: JSON.stringify([after, batch.paths, batch.requires, batch.inputRewrites ?? []]),
        locate: batch.paths.map((path) => compileLocate(path, types)),
        represent: compileRepresentation(batch.requires, batch.inputRewrites ?? [], types),
        shape: shapes[index] as Shape,
      })),
    );
  return { parts, footprint: { reads: new Set(reads), writes: new Set(writes) }, build, base };
}

function batchShape(batch: EntityBatchAlias, { operation, fragments }: OperationDocument, types: TypeSystem): Shape {
  const field = operation.selectionSet.selections.find(
    (selection): selection is FieldNode =>
      selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === batch.alias,
  );
  if (field?.selectionSet === undefined) throw new Error(`The plan has no field ${batch.alias} in its operation.`);
  const renames = outputRenames(batch.outputRewrites ?? []).map((rename) => {
    const [first, ...rest] = rename.path;
    return first !== undefined && 'Key' in first && first.Key === batch.alias ? { ...rename, path: rest } : rename;
  });
  return compileShape(field.selectionSet, null, { types, fragments, renames });
}

function fetchBase(
  node: FetchNode | BatchFetchNode,
  document: OperationDocument,
  parts: readonly Part[],
  { kind: operationKind, types, readsOf }: Compilation,
): FetchBase {
  const { serviceName: service, operation, variableUsages } = node;
  const kind = node.kind === 'Fetch' && node.operationKind === operationKind ? operationKind : 'query';
  const operationName = node.kind === 'Fetch' ? (node.operationName ?? null) : null;
  const name = operationName === null ? '' : `"operationName":${JSON.stringify(operationName)},`;
  // Planners write for people; a subgraph gets the same without the white space.
  const head = `{"query":${JSON.stringify(stripIgnoredCharacters(operation))},${name}"variables":`;
  const reads = readsOf({ service, document, places: placesOf(parts) });
  const sharing = reads === null ? compileSharing(node, document, { kind, head, types }) : null;
  return { template: { service, kind, operation, head, reads, sharing }, variableUsages: variableUsages ?? [], types };
}
