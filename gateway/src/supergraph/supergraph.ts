import { buildASTSchema, Kind, parse, validateSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import { TypeSystem } from '../graphql/type-system.js';
import { SupergraphError } from '../errors/supergraph-error.js';
import { readGuards, type Guards } from '../guards/guards.js';
import { unsafeFeatures } from '../guards/security-gate.js';
import { HivePlanner } from '../planning/hive-planner.js';
import { unplannableShapes } from '../planning/unplannable-shapes.js';
import type { Planner } from '../planning/planner.js';
import { directiveText } from '../graphql/directive-value.js';
import { withOwnPart, type OwnPart } from './own-part.js';
import { buildPublicSchema } from './public-schema.js';

/** One loaded supergraph and everything that is made from it. */
export interface Supergraph {
  /** As it is written. */
  readonly document: DocumentNode;
  readonly planner: Planner;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** All types, inaccessible ones included. */
  readonly types: TypeSystem;
  readonly guards: Guards;
  /** The subgraphs by name, with their routing addresses (empty when the supergraph has none). */
  readonly subgraphs: ReadonlyMap<string, string>;
}

/** Reads the text of a supergraph. Throws {@link SupergraphError} when it is not valid GraphQL. */
export function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new SupergraphError(`The supergraph is not valid GraphQL: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Makes a supergraph ready to serve. Throws {@link SupergraphError} when it is not valid or not safe to serve.
 *
 * @param own what the gateway adds to the graph itself; null: nothing
 */
export function loadSupergraph(document: DocumentNode, planTimeoutMs: number, own: OwnPart | null = null): Supergraph {
  const unsafe = unsafeFeatures(document);
  if (unsafe.length > 0) {
    throw new SupergraphError(
      `The supergraph is refused, because serving it would open what it closes. SECURITY_UNENFORCED: it has ${unsafe.join('; ')}.`,
    );
  }
  const subgraphs = readSubgraphs(document);
  if (subgraphs.size === 0) {
    throw new SupergraphError('The file is not a supergraph: it has no enum join__Graph that names subgraphs.');
  }
  try {
    const unplannable = unplannableShapes(document);
    if (unplannable.length > 0) {
      throw new SupergraphError(
        `The supergraph is refused, because it would be planned wrongly. ${unplannable.join('; ')}.`,
      );
    }
    const whole = own === null ? document : withOwnPart(document, own);
    const types = new TypeSystem(buildASTSchema(whole, { assumeValid: true, assumeValidSDL: true }));
    const planner = new HivePlanner(whole, types.schema, planTimeoutMs);
    const guards = readGuards(whole, types.schema);
    return { document, planner, schema: publicSchema(whole), types, guards, subgraphs };
  } catch (error) {
    if (error instanceof SupergraphError) throw error;
    throw new SupergraphError(`The supergraph cannot be planned: ${messageOf(error)}`, { cause: error });
  }
}

function publicSchema(supergraph: DocumentNode): GraphQLSchema {
  const schema = buildPublicSchema(supergraph);
  const faults = validateSchema(schema);
  if (faults.length === 0) return schema;
  const messages = faults.map(({ message }) => message).join(' ');
  throw new SupergraphError(`The schema that clients would see is not valid: ${messages}`);
}

function readSubgraphs(document: DocumentNode): ReadonlyMap<string, string> {
  return new Map(joinedGraphs(document).map(({ name, url }) => [name, url]));
}

/** The names of the subgraphs by those that joins have for them. */
export function subgraphNames(document: DocumentNode): ReadonlyMap<string, string> {
  return new Map(joinedGraphs(document).map(({ graph, name }) => [graph, name]));
}

interface JoinedGraph {
  readonly graph: string;
  readonly name: string;
  readonly url: string;
}

function joinedGraphs(document: DocumentNode): readonly JoinedGraph[] {
  const graphs: JoinedGraph[] = [];
  for (const node of document.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      if (graph === undefined) continue;
      const name = directiveText(graph, 'name') ?? '';
      if (name !== '') graphs.push({ graph: value.name.value, name, url: directiveText(graph, 'url') ?? '' });
    }
  }
  return graphs;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
