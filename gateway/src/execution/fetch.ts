import { explain } from '../errors/messages.js';
import type { ViewerIds } from './viewer-ids.js';
import type { FetchWatcher } from '../subgraph/fetch-watcher.js';
import type { Variables } from '../graphql/variables.js';
import { mergeObject, markFailed, type MergeContext } from './merge-object.js';
import { Failure, unavailable } from './failure.js';
import type { FoundEntities } from './found-entities.js';
import { asFailure, placeError, readErrors, type SubgraphError } from './place-errors.js';
import type { Shape } from './shape.js';
import type { StateObject } from './state.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { EntityList, FetchTemplate } from '../subgraph/fetch-template.js';
import type { AskSubgraph, OperationTerms, SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** What one fetch did, for clients that may see it. */
export interface FetchTrace {
  readonly service: string;
  readonly level: number;
  readonly kind: 'root' | 'entities';
  readonly representations: number;
}

/** One running operation. */
export interface Run {
  readonly data: StateObject;
  readonly variables: Variables;
  readonly terms: OperationTerms;
  readonly ask: AskSubgraph;
  /** Null: nobody watches. */
  readonly watcher: FetchWatcher | null;
  /** Errors of subgraphs that belong to no missing value. */
  readonly unplacedErrors: SubgraphError[];
  readonly trace: FetchTrace[] | null;
  /** The ids as the viewer sees them; null: as they are. */
  readonly ids: ViewerIds | null;
  /** Whether nothing failed so far. */
  isWhole: boolean;
  /** Whether a subgraph had no place for a request in all the time that it may take. */
  isOverloaded: boolean;
  /** Whether no string that came needs an escape in JSON. */
  isPlain: boolean;
  /** What entity fetches that start together have found out, by what they look for. */
  readonly found: Map<string, FoundEntities>;
}

const NO_ENTITIES: readonly never[] = [];
const NO_ERRORS: readonly never[] = [];

/** A fetch that has begun: what it asks, and how what comes of it is taken into the running answer. */
export interface OpenFetch {
  readonly request: SubgraphRequest;
  readonly take: (answer: SubgraphAnswer) => void;
  /** Throws a defect on. */
  readonly miss: (error: unknown) => void;
}

/** Begins one fetch of the plan; null: there is nothing to ask. */
export type BeginFetch = (run: Run, level: number) => OpenFetch | null;

/** What all kinds of fetches have. */
export interface FetchBase {
  readonly template: FetchTemplate;
  readonly variableUsages: readonly string[];
  readonly types: TypeSystem;
}

/** Compiles a fetch of root fields. */
export function compileRootFetch({ template, variableUsages, types }: FetchBase, shape: Shape): BeginFetch {
  const { service } = template;
  return (run, level) => {
    run.trace?.push({ service, level, kind: 'root', representations: 0 });
    return {
      request: beginRequest(run, template, variablesText(variableUsages, run.variables), NO_ENTITIES),
      miss: (error) => markFailed(run.data, shape, failureOf(run, service, error)),
      take: (answer) => {
        const errors = answerErrors(run, service, answer);
        if (answer.data === null) {
          markFailed(run.data, shape, combine(errors, service));
          return;
        }
        mergeObject(run.data, answer.data, shape, mergeContext(run, service, types, errors));
        for (const error of errors) {
          if (error.path === null || error.path.length === 0 || !placeError(run.data, shape, error, error.path)) {
            run.unplacedErrors.push(error);
          }
        }
      },
    };
  };
}

/** The request of a fetch that begins now. */
export function beginRequest(
  { terms, watcher }: Run,
  template: FetchTemplate,
  variables: string,
  entities: readonly EntityList[],
): SubgraphRequest {
  const record = watcher?.startFetch(template, entities) ?? null;
  return { template, variables, entities, terms, record, span: record?.span ?? null, idempotencyKey: null };
}

/** The JSON text of the used variables, as members of an object. */
export function variablesText(usages: readonly string[], variables: Variables): string {
  let text = '';
  for (const name of usages) {
    if (!Object.hasOwn(variables, name)) continue;
    text += `${text === '' ? '' : ','}"${name}":${JSON.stringify(variables[name]) ?? 'null'}`;
  }
  return text;
}

/** The failure of a request that got no answer. Throws a defect on. */
export function failureOf(run: Run, service: string, error: unknown): Failure {
  run.isWhole = false;
  if (!(error instanceof SubgraphUnavailable)) throw error;
  if (error.reason === 'overloaded') run.isOverloaded = true;
  return Failure.of(service, error.code, error.explanation);
}

/** The errors of an answer. */
export function answerErrors(run: Run, service: string, { data, errors }: SubgraphAnswer): readonly SubgraphError[] {
  if (errors.length === 0 && data !== null) return NO_ERRORS;
  run.isWhole = false;
  return readErrors(errors, service);
}

/** How an answer is taken into the running one. */
export function mergeContext(
  run: Run,
  service: string,
  types: TypeSystem,
  errors: readonly SubgraphError[],
): MergeContext {
  const malformed = (): Failure => {
    run.isWhole = false;
    return incomplete(service);
  };
  return { malformed, types, passesThrough: errors.length === 0 };
}

/** The failure of everything in a fetch whose answer has no data. */
export function combine(errors: readonly SubgraphError[], service: string): Failure {
  const [first, ...rest] = errors.map((error) => asFailure(error));
  if (first === undefined) return unavailable(service, explain('service-empty', { service }));
  return rest.reduce((all, failure) => all.and(failure), first);
}

/** The failure of a field that a subgraph left out or answered with a value of the wrong kind. */
function incomplete(service: string): Failure {
  return unavailable(service, explain('service-incomplete', { service }));
}
