import type { AssertionKeys } from '../access/assertion-key.js';
import type { AuthorizationStatusConfig } from '../access/authorization-status-config.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import type { Issuer } from '../identity/issuer-config.js';
import type { PairwiseConfig } from '../pairwise/pairwise-config.js';
import type { PoliciesConfig } from './policies.js';
import type { WordsConfig } from './words-config.js';

/** What can be set about the trust of Birlik. */
export interface BirlikOptions extends AssertionKeys {
  /** Without any, no token is accepted. */
  readonly issuers: readonly Issuer[];
  /** Null: viewers are who their tokens say. */
  readonly authorizationStatus: AuthorizationStatusConfig | null;
  readonly pairwise: PairwiseConfig;
  readonly policies: PoliciesConfig;
  readonly words: WordsConfig;
  readonly limits: DocumentLimits;
}
