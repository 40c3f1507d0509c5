import { rmSync } from 'node:fs';

import { freePort, isPortFree } from '../free-port.js';
import { OperatorError } from '../operator-error.js';
import type { DatabaseUrls } from '../postgres/provision.js';
import { CleanUps } from './clean-ups.js';
import { writeEnvFile } from './env-file.js';
import { environments, issuerUrl } from './environments.js';
import { type StackData, openData, runOnDatabases } from './stack-data.js';
import { lockStack } from './stack-lock.js';
import { defaultOrigins, defaultPort, type StackOptions } from './stack-options.js';
import { StackServices } from './stack-services.js';
import { checkLayout, discoverLayout, type Layout } from './layout.js';
import { personaToken } from './persona-token.js';
import { assignPorts, rememberPorts } from './ports.js';
import { type Progress, quietProgress, type StepTime } from './progress.js';
import { endOrphanedProcesses, type RunningProcess, writeRunFile } from './run-file.js';
import { StateFolder } from './state-folder.js';

export type { StackOptions } from './stack-options.js';
export type { Layout } from './layout.js';

/** A running stack: PostgreSQL, identity provider, subgraphs and gateway. */
export interface Stack {
  /** Base address of the gateway; GraphQL is at `/graphql`. */
  readonly gatewayUrl: string;
  readonly issuer: string;
  /** Addresses of each subgraph's database. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  readonly folder: StateFolder;
  readonly steps: readonly StepTime[];
  /** The processes that run now, PostgreSQL included. */
  processes(): RunningProcess[];
  /** An access token for a persona of the demo data. */
  token(persona: string): Promise<string>;
  /** Base address of a process, by its name. */
  url(name: string): string;
  /** The id of a process; null when it does not run. */
  pid(name: string): number | null;
  /** Stops a subgraph, the gateway or the identity provider. */
  stop(name: string): Promise<void>;
  /** Starts it again and resolves when it is ready. */
  start(name: string): Promise<void>;
  /** Stops everything, and resolves when nothing is left. Calling it again is harmless. */
  shutdown(): Promise<void>;
}

/**
 * Starts everything, and resolves when the gateway is ready. When a step fails, what was started is stopped again before
 * the failure is thrown.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const layout = options.layout ?? discoverLayout();
  checkLayout(layout);
  const folder = new StateFolder(options.stateDir);
  const cleanUps = new CleanUps();
  const lock = await lockStack(folder, `http://127.0.0.1:${options.port ?? defaultPort}`);
  cleanUps.add(() => lock.release());
  try {
    const stack = await open({ options, layout, folder, cleanUps });
    // Added last, so it is done first.
    cleanUps.add(() => lock.announceRelease());
    return stack;
  } catch (error) {
    await cleanUps.run();
    throw error;
  }
}

async function open(context: {
  options: StackOptions;
  layout: Layout;
  folder: StateFolder;
  cleanUps: CleanUps;
}): Promise<Stack> {
  const { options, layout, folder, cleanUps } = context;
  const { env, scale = 1 } = options;
  const signal = options.signal ?? new AbortController().signal;
  const progress = options.progress ?? quietProgress();
  const step: Progress['step'] = (label, work, detail) => {
    signal.throwIfAborted();
    return progress.step(label, work, detail);
  };

  const ended = await endOrphanedProcesses(folder);
  if (ended.length > 0) progress.notice(`Ended what a killed start had left running: ${ended.join(', ')}.`);
  const gatewayPort = await gatewayPortFor(options.port ?? defaultPort);

  const parts: { data?: StackData; services?: StackServices } = {};
  const processes = (): RunningProcess[] => [
    ...(parts.data?.postgres.pid == null
      ? []
      : [{ name: 'postgres', pid: parts.data.postgres.pid, port: parts.data.postgres.first.port }]),
    ...(parts.services?.running() ?? []),
  ];
  const onChange = (notice?: string): void => {
    if (notice !== undefined) progress.notice(notice);
    writeRunFile(folder, processes());
  };
  cleanUps.add(() => rmSync(folder.run, { force: true }));

  parts.data = await openData({ layout, folder, fresh: options.fresh ?? false, step, cleanUps, onChange });
  const { databases, secrets, postgres } = parts.data;
  const names = layout.subgraphs.map(({ name }) => name);
  const ports = {
    ...(await assignPorts(folder, [...names, 'identity-provider'], [gatewayPort])),
    gateway: gatewayPort,
  };
  rememberPorts(folder, { ...ports, postgres: postgres.first.port });
  const variables = environments({
    layout,
    folder,
    secrets,
    ports,
    databases,
    gatewayPort,
    origins: options.origins ?? defaultOrigins,
    issuers: options.issuers ?? [],
    logLevel: options.logLevel ?? 'info',
  });
  for (const [name, own] of Object.entries(variables)) {
    variables[name] = { ...own, ...env?.[name] };
    writeEnvFile(folder.environment(name), variables[name]);
  }

  if (options.isLoaded !== true) {
    // Loading migrates first: one process a member instead of two.
    await step(
      'Demo data',
      (advance) =>
        runOnDatabases({ layout, folder, databases, args: ['seed', '--scale', String(scale)], env, signal, advance }),
      () => `scale ${scale}`,
    );
  }

  const { limits = {} } = options;
  const services = new StackServices({ folder, environments: variables, ports, cleanUps, signal, onChange, limits });
  parts.services = services;
  const issuer = issuerUrl(ports);
  const provider = { name: 'identity-provider', module: layout.identityProvider.module, args: [] };
  await step(
    'Identity provider',
    () => services.start([provider]),
    () => issuer,
  );
  const members = layout.subgraphs.map((subgraph) => ({ ...subgraph, args: ['serve'] }));
  await step(
    'Subgraphs',
    () => services.start(members),
    () => names.join(', '),
  );
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const { module, flags, supergraph } = layout.gateway;
  const gateway = { name: 'gateway', module, flags, args: ['--supergraph', supergraph, '--port', String(gatewayPort)] };
  await step(
    'Gateway',
    () => services.start([gateway]),
    () => gatewayUrl,
  );
  const { dispatchEvery = 10 } = options;
  if (layout.dispatch && dispatchEvery > 0) {
    const dispatch = { name: 'dispatch', module: layout.dispatch.module, args: ['--every', String(dispatchEvery)] };
    await step('Dispatch', () => services.start([dispatch]));
  }

  return {
    gatewayUrl,
    issuer,
    databases,
    folder,
    steps: progress.steps,
    processes,
    token: (persona) => personaToken(persona, { issuer, clientSecrets: secrets.clientSecrets }),
    url: (name) => `http://127.0.0.1:${new Map(Object.entries(ports)).get(services.named(name).name)}`,
    pid: (name) => (name === 'postgres' ? postgres.pid : services.named(name).pid),
    stop: (name) => services.named(name).stop(),
    start: (name) => services.named(name).start(),
    shutdown: () => cleanUps.run(),
  };
}

/** Checked before anything is started, so that a taken port costs nothing. */
async function gatewayPortFor(port: number): Promise<number> {
  if (port === 0) return freePort();
  if (await isPortFree(port)) return port;
  throw new OperatorError(`Port ${port} is taken by another program.`, {
    cure: `Choose another: npm start -- --port ${port + 1}`,
  });
}
