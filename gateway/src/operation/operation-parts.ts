import type { DemandControl } from '../cost/demand-control.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import type { Sharing } from '../sharing/sharing.js';
import type { Subscriptions } from '../subscription/subscriptions.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Trust } from '../trust/trust.js';

/** What running operations needs. */
export interface OperationParts {
  readonly supergraph: Supergraph;
  readonly sharing: Pick<Sharing, 'fetch'>;
  /** Whether an operation that asks these subgraphs until this deadline may begin. */
  readonly hasRoom: (services: readonly string[], deadline: number) => boolean;
  readonly trust: Trust;
  readonly limits: DocumentLimits;
  /** Null: costs are neither limited nor paid. */
  readonly demand: DemandControl | null;
  readonly requestTimeoutMs: number;
  readonly subscriptions: Subscriptions;
}
