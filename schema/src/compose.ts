import type { Word } from '@birlik/member-rules/word';
import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, GraphQLError, parse, validateSchema } from 'graphql';
import type { DocumentNode } from 'graphql';
import { printSdl } from './print-sdl.js';
import { takenByMembers } from './taken.js';

/** One reason why the subgraphs do not make one graph. */
export interface CompositionProblem {
  /**
   * The composer's code, such as `KEY_INVALID_FIELDS`, that of a rule on what members take, or `SYNTAX_ERROR` and
   * `PUBLIC_SCHEMA_INVALID`, which are ours.
   */
  readonly code: string;
  /** The subgraph to look at; null when the reason lies between several. */
  readonly subgraph: string | null;
  readonly message: string;
}

/** What {@link compose} found: a supergraph, or every reason why there is none. */
export type Composition =
  | { readonly ok: true; readonly supergraph: string }
  | { readonly ok: false; readonly problems: readonly CompositionProblem[] };

/** The address that a supergraph names by convention. The gateway's `SUBGRAPH_URLS` overrides it at run time. */
export const conventionalUrl = (subgraph: string): string => `http://${subgraph}:4001/graphql`;

/**
 * Makes one supergraph out of subgraph SDL by name.
 *
 * The result depends on nothing but its input: neither the order of the map nor that of the definitions changes it.
 * Never throws for a faulty SDL; it is reported as a problem with the subgraph's name.
 *
 * @param words what members allow each other to take; what they take beside it does not compose
 */
export function compose(subgraphs: ReadonlyMap<string, string>, words: readonly Word[] = []): Composition {
  const problems: CompositionProblem[] = [];
  const services: { name: string; url: string; typeDefs: DocumentNode }[] = [];
  for (const [name, sdl] of [...subgraphs].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    try {
      services.push({ name, url: conventionalUrl(name), typeDefs: parse(printSdl(sdl)) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const line = error.locations?.[0]?.line;
      const place = line === undefined ? '' : ` at line ${line}`;
      problems.push({ code: 'SYNTAX_ERROR', subgraph: name, message: `${error.message}${place}` });
    }
  }
  if (problems.length > 0) return { ok: false, problems };

  const taken = takenByMembers(new Map(services.map(({ name, typeDefs }) => [name, typeDefs])), words);
  if (taken.length > 0) {
    return {
      ok: false,
      problems: taken.map(({ code, member, path, message }) => ({
        code,
        subgraph: member,
        message: `${path} ${message}`,
      })),
    };
  }

  const result = composeServices(services);
  if (result.errors !== undefined) return { ok: false, problems: result.errors.map(asProblem) };

  const faults = validateSchema(buildASTSchema(result.publicDocumentNode, { assumeValidSDL: true }));
  if (faults.length > 0) {
    return {
      ok: false,
      problems: faults.map(({ message }) => ({ code: 'PUBLIC_SCHEMA_INVALID', subgraph: null, message })),
    };
  }
  return { ok: true, supergraph: printSdl(result.supergraphSdl) };
}

/** One line for a terminal: where, which code, what. */
export function describeProblem({ code, subgraph, message }: CompositionProblem): string {
  return `${subgraph ?? 'composition'}: ${code}: ${message}`;
}

function asProblem(error: GraphQLError): CompositionProblem {
  const { code, subgraphName } = error.extensions;
  const subgraph = typeof subgraphName === 'string' ? subgraphName : null;
  const message = subgraph === null ? error.message : error.message.replace(`[${subgraph}] `, '');
  return { code: typeof code === 'string' ? code : 'COMPOSITION_FAILED', subgraph, message };
}
