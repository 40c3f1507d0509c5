import type { IncomingHttpHeaders } from 'node:http';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { ReadsOf } from '../execution/reads-of.js';
import type { IdPlaces, ViewerIds } from '../execution/viewer-ids.js';
import type { OperationDocument } from '../graphql/operation-document.js';
import type { TypeSystem } from '../graphql/type-system.js';
import type { Variables } from '../graphql/variables.js';
import type { Policies } from '../guards/clause.js';
import type { Viewer } from '../identity/viewer.js';
import type { AttemptHeaders, RequesterOperation, RequesterSubject } from '../subgraph/requester.js';

/** Who sends a request, and what for. */
export interface Identity {
  /** Null: nobody whom the gateway knows. */
  readonly viewer: Viewer | null;
  /** What the client says it needs the data for; null: it says nothing. */
  readonly purpose: string | null;
}

/** A supergraph as it is looked at before it is served. */
export interface CheckedSupergraph {
  /** As it is written. */
  readonly document: DocumentNode;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** All types, inaccessible ones included. */
  readonly types: TypeSystem;
  /** The subgraphs by name. */
  readonly subgraphs: ReadonlyMap<string, unknown>;
}

/** Ids that are not the same for every viewer. */
export interface PrivateIds {
  /** Where they stand in a schema, inaccessible types included. Throws `SupergraphError` when they cannot. */
  placesOf(schema: GraphQLSchema): IdPlaces;
  /** The ids as a viewer sees them. */
  of(viewer: Viewer | null): ViewerIds;
}

/** What an operation's subgraphs have to know beside who asks. */
export interface Inquiry {
  /**
   * Finds it out in the moment in which the operation runs; it comes back as it was made, to `headersFor` as `found`. Does not
   * reject: what cannot be found out is told as that.
   *
   * @param variables with the ids of the federation
   */
  learn(viewer: Viewer | null, variables: Variables): Promise<unknown>;
}

/**
 * What one federation has agreed on about who may ask for what: how requests name a viewer, what subgraphs are told of
 * it, and which ids it sees. The gateway knows of it by this interface alone. Viewers are made by `identify` and come back
 * as they were made, so an implementation may give them properties of its own.
 */
export interface Trust {
  /**
   * Who sends a request with these headers, or opens a socket with them. Throws or rejects with `RequestError` when they
   * say something wrong: nobody becomes anonymous by that.
   */
  identify(headers: IncomingHttpHeaders): Identity | Promise<Identity>;
  /**
   * When a new request with these headers would be refused, on the clock of `Date.now()`; null: never.
   *
   * @param headers must have been identified
   */
  expiresAt(headers: IncomingHttpHeaders): number | null;
  /**
   * Who a viewer is by now that was identified before: the same object while nothing about it has changed. What goes on for
   * longer than a request asks it.
   */
  again(viewer: Viewer | null): Viewer | null | Promise<Viewer | null>;
  /** Makes what each request to a subgraph for one operation has beside the gateway's own headers; null: nothing. */
  headersFor(subject: RequesterSubject, operation: RequesterOperation): AttemptHeaders | null;
  /**
   * The headers of `headersFor` that prove something of one request only. On a socket, which has headers once, each
   * subscription carries them by their names in `extensions`.
   */
  readonly proofHeaders: readonly string[];
  /**
   * What the answer to a request with these headers must repeat in the header `birlik-echo`, so that it cannot be taken for
   * the answer to another request; null: nothing.
   */
  echoOf(headers: Readonly<Record<string, string>>): string | null;
  /** The JSON Web Key Set by which subgraphs verify what `headersFor` proves, for whoever reads it; null: there is none. */
  readonly keySet: string | null;
  /**
   * What the fetches of an operation's plan tell their subgraphs that the operation reads.
   *
   * @param document what is planned
   */
  readsOf(document: string, types: TypeSystem): ReadsOf;
  /** What has to be found out before an operation runs; null: nothing. */
  inquiryOf(operation: OperationDocument, types: TypeSystem): Inquiry | null;
  /** Null: ids are the same for everybody. */
  readonly ids: PrivateIds | null;
  /** Who satisfies a policy of `@policy`, by its name. One that is not listed is never satisfied. */
  readonly policies: Policies;
  /** Whose budget an operation is paid from. */
  payerOf(viewer: Viewer | null): string;
  /** Which organisation is named in the log beside a viewer's request; null: none. */
  organizationOf(viewer: Viewer | null): string | null;
  /**
   * Refuses a supergraph, as it is written and before anything is made of it, in which a member takes what was not given to
   * it. Throws or rejects with `SupergraphError`.
   */
  checkMembers(supergraph: DocumentNode): void | Promise<void>;
  /** Refuses a supergraph with which this cannot work, by `ConfigError`. */
  check(supergraph: CheckedSupergraph): void;
  /** Says why one supergraph must not follow another; none: it may. */
  reasonsAgainst(before: CheckedSupergraph, after: CheckedSupergraph): readonly string[];
}
