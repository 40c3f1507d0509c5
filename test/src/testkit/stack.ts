import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pseudonyms } from '@birlik/gateway/pairwise/pseudonyms';
import type { SectorViewer } from '@birlik/gateway/pairwise/sector';
import { ask, type Answer } from '@birlik/test-client';
import { startStack, type Stack, type StackOptions } from '@birlik/infra/stack';
import { createDemoData } from '@birlik/demo-data';
import { assertLogsAreImpersonal } from './canaries.js';
import { putStackData } from './stack-data.js';

export interface GraphRequest {
  /** A persona's key; anonymous if unset. */
  readonly as?: string;
  /** An access token, in place of a persona’s. */
  readonly token?: string;
  readonly purpose?: string;
  readonly language?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** The idempotency key of a mutation. */
  readonly key?: string;
}

/** The whole federation with its demo data, in a folder of its own. */
export interface TestStack {
  readonly stack: Stack;
  /** Sends an operation through the gateway. */
  ask<Data = Record<string, unknown>>(query: string, request?: GraphRequest): Promise<Answer<Data>>;
  /** The ids of the federation as a persona sees them; null: as everybody sees them who is not signed in. */
  idsOf(persona: string | null): ReturnType<Pseudonyms['of']>;
  /** The ids of the federation as anybody sees them who is signed in. */
  idsFor(viewer: SectorViewer): ReturnType<Pseudonyms['of']>;
  /** A person's id as that persona sees it. */
  idFor(persona: string | null, volunteerId: string): Promise<string>;
  /** How many SQL statements each member has run since it started. */
  statements(): Promise<Record<string, number>>;
  /** How many requests of the gateway each member has answered since it started. */
  requests(): Promise<Record<string, number>>;
  /** Stops everything. @throws Error when a log holds a personal value */
  close(): Promise<void>;
}

/** The members of the federation, by the names of their subgraphs. */
export const members = ['alumni', 'asan-school', 'center', 'creative', 'registry', 'union', 'university'] as const;
export type Member = (typeof members)[number];

/** What the gateway asks the registry for itself now and then, whoever asks the gateway. */
const ownQuestion = '"operation":"AuthorizationStatus"';

/** The statements of each request that a member has answered for somebody. */
async function statementsByRequest(logFile: string): Promise<number[]> {
  const lines = (await readFile(logFile, 'utf8'))
    .split('\n')
    .filter((line) => line.includes('"statements"') && !line.includes(ownQuestion));
  return lines.map((line) => (JSON.parse(line) as { statements: number }).statements);
}

/** The gateway's own way from ids to pseudonyms, with the stack's key. */
async function readPseudonyms(secretsFile: string): Promise<Pseudonyms> {
  const { pairwiseKey } = JSON.parse(await readFile(secretsFile, 'utf8')) as { pairwiseKey: string };
  return new Pseudonyms([{ kid: 'p1', key: pairwiseKey }]);
}

/**
 * Starts the stack, without the process `dispatch` unless asked for: what runs is what the test asks for. It takes a
 * free port, so that several can run beside each other.
 *
 * @param gateway further variables of the gateway
 * @param processes further variables of other processes, by their names
 * @param issuers further issuers whose tokens the gateway accepts
 * @param dispatchEvery seconds between two rounds of that process; 0: it does not run
 */
export async function startTestStack(
  gateway: Readonly<Record<string, string>> = {},
  processes: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  issuers: StackOptions['issuers'] = [],
  dispatchEvery = 0,
): Promise<TestStack> {
  // A machine that tests share stands still for seconds now and then; who is turned away for it, tests of the gateway itself ask.
  const env = { ...processes, gateway: { TRACE_HEADER: 'on', MAX_LAG_MS: '0', ...gateway } };
  const stateDir = await mkdtemp(join(tmpdir(), 'birlik-stack-'));
  const isLoaded = await putStackData(stateDir, [...members, 'identity-provider', 'postgres']);
  const stack = await startStack({ stateDir, port: 0, isLoaded, dispatchEvery, env, issuers });
  const byMember = async (count: (statements: readonly number[]) => number) => {
    const counts = members.map(
      async (name) => [name, count(await statementsByRequest(stack.folder.log(name)))] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  };
  const pseudonyms = await readPseudonyms(stack.folder.secrets);
  const idsOf = (key: string | null) => {
    const persona = createDemoData().personas.find((one) => one.key === key);
    if (persona === undefined && key !== null) throw new Error(`There is no persona "${key}".`);
    return pseudonyms.of(persona === undefined ? null : { issuer: stack.issuer, ...persona });
  };
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: string) => {
    const token = tokens.get(persona) ?? stack.token(persona);
    tokens.set(persona, token);
    return token;
  };
  return {
    stack,
    async ask<Data>(query: string, request: GraphRequest = {}) {
      const { as, language, purpose, variables, operationName, key } = request;
      const token = request.token ?? (as === undefined ? undefined : await tokenOf(as));
      const headers = {
        'birlik-trace': '1',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(language !== undefined && { 'accept-language': language }),
        ...(purpose !== undefined && { 'birlik-purpose': purpose }),
        ...(key !== undefined && { 'idempotency-key': key }),
      };
      return ask<Data>(`${stack.gatewayUrl}/graphql`, query, { variables, operationName, headers });
    },
    idsOf,
    idsFor: (viewer) => pseudonyms.of(viewer),
    idFor: (persona, volunteerId) => Promise.resolve(idsOf(persona).hide(volunteerId)),
    statements: () => byMember((statements) => statements.reduce((sum, count) => sum + count, 0)),
    requests: () => byMember((statements) => statements.length),
    async close() {
      await stack.shutdown();
      await assertLogsAreImpersonal(stack);
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
