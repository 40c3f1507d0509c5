import { ask as askGraph, type Answer as GraphAnswer, type AskOptions } from '@birlik/test-client';
import { completeConfig, type ConfigInput, type GatewayConfig } from '../src/config/config.js';
import { createBirlikTrust } from '../src/birlik/birlik-trust.js';
import { createGateway, type Gateway } from '../src/server.js';
import type { DestinationStream } from 'pino';
import { createLogger } from '../src/telemetry/logger.js';
import { compose } from './compose.js';
import { startSubgraph, type SubgraphDefinition, type SubgraphServer } from './subgraph-server.js';

/** The answer of a gateway as a test reads it. */
// Tests look into answers of many forms; a wrong look fails the test by itself.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Answer = GraphAnswer<any>;

/** Running subgraphs and a gateway before them, in this process. */
export interface Federation {
  readonly url: string;
  readonly gateway: Gateway;
  readonly subgraphs: Readonly<Record<string, SubgraphServer>>;
  /** A subgraph by name; throws on an unknown one. */
  subgraph(name: string): SubgraphServer;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** Serves another supergraph from now on. */
  reload(supergraphSdl: string): Promise<void>;
  close(): Promise<void>;
}

/** For tests that count or hold requests which would otherwise be shared. */
export const NO_SHARING = { sharing: { join: false, batch: { enabled: false } } } as const;

/** A configuration for tests: quiet, any port, traces on. */
export function testConfig(overrides: Partial<ConfigInput> = {}): GatewayConfig {
  const { telemetry, ...rest } = overrides;
  return completeConfig({
    port: 0,
    supergraph: { file: 'none' },
    logLevel: 'silent',
    telemetry: { traceHeader: true, ...telemetry },
    ...rest,
  });
}

/** What else can be chosen when a federation is started. */
export interface FederationOptions {
  readonly logs?: DestinationStream;
  /** Makes the supergraph that is served out of the composed one. */
  readonly change?: (supergraph: string) => string;
}

/** Starts everything. Close it when done. */
export async function startFederation(
  definitions: readonly SubgraphDefinition[],
  overrides: Partial<ConfigInput> = {},
  { logs, change = (supergraph) => supergraph }: FederationOptions = {},
): Promise<Federation> {
  const servers = await Promise.all(definitions.map(startSubgraph));
  const config = testConfig(overrides);
  const gateway: Gateway = await createGateway({
    supergraph: change(compose(servers)),
    settings: config,
    logger: createLogger(config.logLevel, logs),
    trust: (own) => createBirlikTrust(config, own),
  });
  const url = `http://127.0.0.1:${await gateway.listen()}/graphql`;
  const subgraphs = Object.fromEntries(servers.map((server) => [server.name, server]));
  return {
    url,
    gateway,
    subgraphs,
    subgraph: (name) => {
      const server = subgraphs[name];
      if (server === undefined) throw new Error(`There is no subgraph "${name}".`);
      return server;
    },
    ask: (query, options) => ask(url, query, options),
    reload: async (sdl) => {
      await gateway.reload(sdl);
    },
    close: async () => {
      await gateway.close();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

/** Sends one operation to a gateway, which traces it. */
export function ask(url: string, query: string, options: AskOptions = {}): Promise<Answer> {
  return askGraph(url, query, { ...options, headers: { 'birlik-trace': '1', ...options.headers } });
}
