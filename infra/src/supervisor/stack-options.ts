import type { Layout } from './layout.js';
import type { Progress } from './progress.js';
import type { ServiceLimits } from './service.js';

/** An issuer as the gateway's configuration has it. */
export interface AcceptedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly tokenType?: 'at+jwt' | 'JWT';
  /** Where its tokens say what. */
  readonly claims?: Readonly<Record<string, string | readonly string[]>>;
}

/** What `startStack` needs to know. */
export interface StackOptions {
  /** Everything is kept here; only one stack may run in a folder. */
  readonly stateDir: string;
  /** Port of the gateway on 127.0.0.1; 0 means any free one. @default 4000 */
  readonly port?: number;
  /** Size of the demo data. @default 1 */
  readonly scale?: number;
  /**
   * Whether the folder holds data that these programs have migrated and loaded: that is left out then, which takes as long
   * as everything else of a start.
   *
   * @default false
   */
  readonly isLoaded?: boolean;
  /** Begins with new data, secrets and ports. @default false */
  readonly fresh?: boolean;
  /** @default the programs of this repository */
  readonly layout?: Layout;
  /**
   * Seconds between two rounds of the process `dispatch`; 0 leaves the process out.
   *
   * @default 10
   */
  readonly dispatchEvery?: number;
  /**
   * Origins of front ends under development: their pages may call the gateway and sign in.
   * @default that of Vite's own server
   */
  readonly origins?: readonly string[];
  /**
   * Further issuers whose tokens the gateway accepts, as its `ISSUERS` has them. Who their subjects are is for the registry's
   * office to say.
   *
   * @default none
   */
  readonly issuers?: readonly AcceptedIssuer[];
  /** Further variables of a process, by its name; they win. */
  readonly env?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** @default "info" */
  readonly logLevel?: string;
  /** @default tells nobody */
  readonly progress?: Progress;
  /** Aborts a start that is under way; what runs by then is stopped. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ServiceLimits>;
}

/** Where Vite serves a front end under development. */
export const defaultOrigins: readonly string[] = ['http://localhost:5173'];

/** The gateway's port when none is chosen. */
export const defaultPort = 4000;
