import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, createTestTemplate } from '@birlik/infra/test-postgres';
import { bodyOf, postBody, readAnswer, type Answer } from '@birlik/test-client';
import type { Assertion } from '@birlik/trust/assertion';
import { migrate } from '@birlik/kernel/database';
import { encryptOrder, verifyReceipt, type ErasureReceipt } from '@birlik/trust/erasure-order';
import type { MemberConfig } from '@birlik/trust/config';
import { viewerName } from '@birlik/trust/context';
import { signGrant, type Grant } from '@birlik/trust/grant';
import type { Member } from '@birlik/trust/member';
import { newId } from '@birlik/kernel/identifier';
import { loadOnce } from '@birlik/kernel/seed';
import { exportJWK, generateKeyPair } from 'jose';
import pg from 'pg';
import { signAssertion } from './assertion.js';
import { grantKeysEnvironment } from './grant-keys.js';

export type { Answer } from '@birlik/test-client';

export type Viewer = NonNullable<Assertion['viewer']>;

/** What a test changes in a request; everything else is a plain one. */
export interface RequestOptions {
  readonly as?: Viewer | null;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly purpose?: string;
  readonly operation?: string;
  readonly language?: string;
  /** The operation that the request belongs to, one of its own if unset. */
  readonly operationId?: string;
  /** The idempotency key that the gateway sends with a mutation. */
  readonly key?: string;
  /** What the gateway states that the operation reads. */
  readonly reads?: Partial<Assertion['reads']>;
  /** What the viewer’s token says, where the gateway asks who that is. */
  readonly claims?: Assertion['claims'];
  /**
   * For whom the viewer decides in law, as the gateway learnt it for this operation; null: it did not learn it.
   *
   * @default for themself
   */
  readonly decidesFor?: readonly string[] | null;
}

/** A running member with a database of its own, called as the gateway calls it. */
export interface TestMember<Config extends MemberConfig = MemberConfig> {
  readonly url: string;
  readonly config: Config;
  /** Sends a document with a valid assertion of the gateway. */
  query<Data = Record<string, unknown>>(document: string, options?: RequestOptions): Promise<Answer<Data>>;
  /** Resolves references of one type with a selection, as an entity fetch does; fails the test on any error. */
  entities<Entity = Record<string, unknown>>(
    representations: readonly Readonly<Record<string, unknown>>[],
    selection: string,
    options?: RequestOptions,
  ): Promise<(Entity | null)[]>;
  /** Signs a grant as the registry does, for this member. */
  grant(grant: {
    person: string;
    viewer: Viewer;
    basis?: Grant['basis'];
    tenants?: Grant['tenants'];
    /** The member that the grant is for, this one if unset. */
    audience?: string;
  }): string;
  /** Encrypts an order of erasure as the registry does, for this member unless another is named. */
  order(order: { id: string; number: number; person: string; audience?: string }): Promise<string>;
  /** Verifies a receipt as the registry does; null when it is not this member's. */
  receipt(token: string): Promise<ErasureReceipt | null>;
  /** The headers of a request with a valid assertion for exactly this body; `claims` overrides some of its claims. */
  assert(
    body: string,
    options?: RequestOptions,
    claims?: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, string>>;
  /** The database as the tables' owner. */
  readonly owner: pg.Pool;
  /** The folder in which a member that holds files keeps their bytes. */
  readonly files: string;
  /** Statements that the member's database has run for the last request. */
  statements(): number;
  close(): Promise<void>;
}

/** The issuer of the viewers of these tests, which may say everything. */
export const testIssuer = 'https://identity.test';

const now = () => Math.floor(Date.now() / 1_000);

/** A viewer who signed in just now as a volunteer. */
export function volunteerViewer(volunteerId: string): Viewer {
  return {
    issuer: testIssuer,
    sub: `person-${volunteerId}`,
    volunteerId,
    organizationId: null,
    roles: ['volunteer'],
    scopes: ['graph:read', 'graph:write'],
    client: 'test',
    authTime: now(),
  };
}

/** A viewer who signed in just now and acts for an organisation, an officer unless other roles are given. */
export function officerViewer(organizationId: string, roles: readonly string[] = ['officer']): Viewer {
  return {
    issuer: testIssuer,
    sub: `officer-${organizationId}`,
    volunteerId: null,
    organizationId,
    roles: [...roles],
    scopes: ['graph:read', 'graph:write'],
    client: 'test',
    authTime: now(),
  };
}

const decidesForIn = ({ as, decidesFor = as?.volunteerId ? [as.volunteerId] : [] }: RequestOptions) => decidesFor;

const silentEnvironment = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  SHUTDOWN_GRACE_MS: '1000',
  // Room for all the calls that a test lets wait for one lock.
  DATABASE_POOL_SIZE: '16',
};

/**
 * Starts a member's real server on a migrated copy of its database.
 *
 * @param options.environment variables of the member's own, beside the common ones and keys
 * @param options.seed whether the member's part of the demo data is loaded @default false
 */
export async function startMember<Config extends MemberConfig>(
  member: Member<Config>,
  options: { environment?: Readonly<Record<string, string>>; seed?: boolean } = {},
): Promise<TestMember<Config>> {
  const { name } = member;
  const template = await createTestTemplate(`${name}${options.seed ? '_demo' : ''}`, async ({ ownerUrl }) => {
    await migrate(member.database, ownerUrl);
    if (!options.seed) return;
    const { loadDemo } = await member.seed();
    await loadOnce({ ownerUrl, scale: 1, load: loadDemo, onProgress: () => {} });
  });
  const database = await createTestDatabase({ template });
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const agreement = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const grantKey = randomBytes(32);
  const files = await mkdtemp(join(tmpdir(), 'birlik-files-'));
  const config = member.readConfig({
    ...silentEnvironment,
    DATABASE_URL: database.appUrl,
    GATEWAY_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] }),
    AGREEMENT_KEY: JSON.stringify(await exportJWK(agreement.privateKey)),
    GRANT_KEY: grantKey.toString('base64url'),
    FILE_STORE: files,
    NATIONAL_NUMBER_KEYS: JSON.stringify({ 1: randomBytes(32).toString('base64url') }),
    // The issuer of the viewers below.
    ADMITTED_ISSUERS: JSON.stringify([
      { issuer: testIssuer, claims: ['volunteer', 'organization', 'roles'], anyOrganization: true, signsUp: true },
    ]),
    ...grantKeysEnvironment(grantKey),
    ...options.environment,
  });
  const server = await member.createServer(config);
  const url = `http://127.0.0.1:${await server.listen()}/graphql`;
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  // The pool's sockets may close a moment after `end`, when the database is dropped already.
  owner.on('error', () => {});
  let statements = 0;

  async function assert(
    body: string,
    request: RequestOptions = {},
    claims: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, string>> {
    const assertion = await signAssertion(body, {
      audience: name,
      key: privateKey,
      kid: 'test',
      claims: {
        viewer: request.as ?? null,
        purpose: request.purpose ?? null,
        operation: request.operation ?? null,
        operationId: request.operationId ?? newId(),
        reads: request.reads ?? {},
        claims: request.claims,
        decidesFor: decidesForIn(request) ?? undefined,
        ...claims,
      },
    });
    return {
      'content-type': 'application/json',
      'birlik-assertion': assertion,
      ...(request.language === undefined ? {} : { 'accept-language': request.language }),
      ...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
    };
  }

  async function query<Data>(document: string, request: RequestOptions = {}): Promise<Answer<Data>> {
    const body = bodyOf(document, { variables: request.variables });
    const answer = await readAnswer<Data>(await postBody(url, body, { headers: await assert(body, request) }));
    statements = Number(answer.headers.get('birlik-statements'));
    return answer;
  }

  return {
    url,
    config,
    owner,
    files,
    query,
    assert,
    statements: () => statements,
    async entities(representations, selection, request = {}) {
      const type = String(representations[0]?.['__typename']);
      const { data, errors } = await query<{ _entities: never[] }>(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} ${selection} } }`,
        { ...request, variables: { ...request.variables, representations } },
      );
      if (errors || !data) throw new Error(`The entity fetch failed: ${JSON.stringify(errors)}`);
      return data._entities;
    },
    grant: ({ person, viewer, basis = 'consent', tenants = '*', audience = name }) =>
      signGrant(
        { sub: person, viewer: viewerName(viewer), basis, tenants, log: randomUUID() },
        { audience, key: grantKey },
      ),
    order: ({ audience = name, ...order }) =>
      encryptOrder({ ...order, requestedAt: new Date().toISOString() }, { member: audience, key: grantKey }),
    receipt: (token) => verifyReceipt(token, { member: name, key: grantKey }),
    async close() {
      await server.close(1000);
      await owner.end();
      await database.drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}
