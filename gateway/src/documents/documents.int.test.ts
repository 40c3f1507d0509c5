import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../config/config.js';
import { postBody } from '@birlik/test-client';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { createGateway } from '../server.js';
import { createLogger } from '../telemetry/logger.js';
import { compose } from '../../testing/compose.js';
import { startFederation, testConfig, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { ConfigError } from '../errors/config-error.js';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const MOTTO = '{ motto }';
const DOCUMENTS = {
  motto: { body: MOTTO },
  [`sha256:${sha256('query Me { me { id } }')}`]: { body: 'query Me { me { id } }' },
  mentors: { body: 'query Mentors { me { name } }', purpose: 'mentoring' },
  review: { body: 'query Review { me { badge } }', roles: ['officer', 'auditor'] },
  two: { body: 'query A { motto } query B { me { id } }', operationName: 'B' },
  change: { body: 'mutation Add { addReview(body: "x") { id } }' },
  lax: { body: 'query Shared { nodes { id } }' },
  strict: { body: 'query Shared { nodes { id } }', roles: ['officer'] },
};

let folder: string;
let provider: IdentityProvider;
const open: Federation[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-documents-'));
  provider = await startIdentityProvider();
});
afterEach(async () => {
  for (const federation of open.splice(0)) await federation.close();
});
afterAll(async () => {
  await provider.close();
  await rm(folder, { recursive: true });
});

async function manifest(documents: object, more: object = { format: 'birlik-trusted-documents', version: 1 }) {
  const file = join(folder, `${sha256(JSON.stringify(documents))}.json`);
  await writeFile(file, JSON.stringify({ ...more, documents }));
  return file;
}

async function apolloManifest(operations: readonly { id: string; body: string; name: string }[]) {
  const file = join(folder, `${sha256(JSON.stringify(operations))}.json`);
  await writeFile(
    file,
    JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: operations.map((operation) => ({ ...operation, type: 'query' })),
    }),
  );
  return file;
}

async function start(documents: ConfigInput['documents'], more: Partial<ConfigInput> = {}) {
  const federation = await startFederation([people, reviews, badges], {
    documents,
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    ...more,
  });
  open.push(federation);
  const read = async (response: Response) => {
    const body = (await response.json()) as { data?: unknown; errors?: { message: string; extensions: object }[] };
    const [error] = body.errors ?? [];
    return { status: response.status, data: body.data, message: error?.message, ...error?.extensions };
  };
  return {
    federation,
    post: async (body: object, headers: Record<string, string> = {}) =>
      read(await postBody(federation.url, JSON.stringify(body), { headers: { accept: GRAPHQL_TYPE, ...headers } })),
    get: async (search: Record<string, string>) =>
      read(await fetch(`${federation.url}?${new URLSearchParams(search)}`, { headers: { accept: GRAPHQL_TYPE } })),
  };
}

const persisted = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

describe('a trusted document', () => {
  test('runs by its id, by its hash and by GET', async () => {
    const { post, get } = await start({ manifest: await manifest(DOCUMENTS) });
    const motto = { status: 200, data: { motto: 'together' } };
    expect(await post({ documentId: 'motto' })).toMatchObject(motto);
    expect(await post({ extensions: persisted(sha256(MOTTO)) })).toMatchObject(motto);
    expect(await get({ documentId: 'motto' })).toMatchObject(motto);
    expect(await get({ extensions: JSON.stringify(persisted(sha256(MOTTO))) })).toMatchObject(motto);
    const me = sha256('query Me { me { id } }');
    expect(await post({ documentId: `sha256:${me}` })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ extensions: persisted(me) })).toMatchObject({ data: { me: { id: 'u1' } } });
  });

  test('runs the operation that the manifest names, and another one when the request says so', async () => {
    const { post } = await start({ manifest: await manifest(DOCUMENTS) });
    expect(await post({ documentId: 'two' })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ documentId: 'two', operationName: 'A' })).toMatchObject({ data: { motto: 'together' } });
  });

  test('that is a mutation is not served by GET', async () => {
    const { get } = await start({ manifest: await manifest(DOCUMENTS) });
    expect(await get({ documentId: 'change' })).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  test.each([{ documentId: 'nothing' }, { documentId: '__proto__' }, { extensions: persisted('0'.repeat(64)) }])(
    'that is not known is refused as Apollo clients expect: %o',
    async (body) => {
      const { post } = await start({ manifest: await manifest(DOCUMENTS) });
      const refusal = { code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' };
      expect(await post(body)).toMatchObject({ status: 400, ...refusal });
      expect(await post(body, { accept: JSON_TYPE })).toMatchObject({ status: 200, ...refusal });
    },
  );

  test('is not given together with another document', async () => {
    const { post } = await start({ manifest: await manifest(DOCUMENTS) });
    expect(await post({ documentId: 'motto', query: MOTTO })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('carries its purpose into the assertion, and the request may say no other', async () => {
    const key = { kty: 'OKP', crv: 'Ed25519', kid: 'k' } as const;
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const { x = '', d = '' } = await exportJWK(pair.privateKey);
    const { federation, post } = await start(
      { manifest: await manifest(DOCUMENTS) },
      { assertionKey: { ...key, x, d } },
    );
    const purposes = () =>
      federation
        .subgraph('people')
        .received.splice(0)
        .map(({ headers }) => decodeJwt(String(headers['birlik-assertion']))['purpose']);
    expect(await post({ documentId: 'mentors' })).toMatchObject({ status: 200 });
    expect(await post({ documentId: 'mentors' }, { 'birlik-purpose': 'mentoring' })).toMatchObject({ status: 200 });
    expect(purposes()).toEqual(['mentoring', 'mentoring']);
    const other = await post({ documentId: 'mentors' }, { 'birlik-purpose': 'audit' });
    expect(other).toMatchObject({ status: 400, code: 'PURPOSE_MISMATCH' });
    expect(purposes()).toEqual([]);
    expect(
      await post({ extensions: persisted(sha256('query Me { me { id } }')) }, { 'birlik-purpose': 'audit' }),
    ).toMatchObject({ status: 200 });
    expect(purposes()).toEqual(['audit']);
  });

  test('with roles runs for a viewer who has one of them only', async () => {
    const { post } = await start({ manifest: await manifest(DOCUMENTS) });
    const as = async (roles: readonly string[]) => ({
      authorization: `Bearer ${await provider.token({ sub: 'a', roles })}`,
    });
    const forbidden = { status: 403, code: 'FORBIDDEN', data: undefined };
    expect(await post({ documentId: 'review' })).toMatchObject(forbidden);
    expect(await post({ documentId: 'review' }, await as(['volunteer']))).toMatchObject(forbidden);
    expect(await post({ documentId: 'review' }, await as(['volunteer', 'auditor']))).toMatchObject({ status: 200 });
  });
});

describe('where trusted documents are required', () => {
  test('any other document is refused, and the text of a trusted one is under its rules', async () => {
    const { federation, post, get } = await start({ manifest: await manifest(DOCUMENTS), required: true });
    const refusal = { status: 400, code: 'DOCUMENT_NOT_TRUSTED' };
    for (const query of ['{ me { name } }', '{motto}', '{ __schema { queryType { name } } }', '{ __typename }', '{']) {
      expect(await post({ query })).toMatchObject(refusal);
      expect(await post({ query }, { accept: JSON_TYPE })).toMatchObject(refusal);
      expect(await post({ query, extensions: persisted(sha256(query)) })).toMatchObject(refusal);
      expect(await get({ query })).toMatchObject(refusal);
    }
    expect(Object.values(federation.subgraphs).flatMap(({ received }) => received)).toEqual([]);
    expect(await post({ query: MOTTO })).toMatchObject({ status: 200, data: { motto: 'together' } });
    expect(await post({ query: DOCUMENTS.review.body })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await post({ query: DOCUMENTS.mentors.body }, { 'birlik-purpose': 'audit' })).toMatchObject({
      status: 400,
      code: 'PURPOSE_MISMATCH',
    });
    expect(await post({})).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('a client that is named runs others, and nobody who only has its name at another issuer', async () => {
    const stranger = await startIdentityProvider();
    const issuers = [provider, stranger].map(({ issuer }) => ({ issuer, audience: 'urn:birlik:graph' }));
    const freeFor = [{ issuer: provider.issuer, client: 'dispatcher' }];
    const { post } = await start({ manifest: await manifest(DOCUMENTS), required: true, freeFor }, { issuers });
    const query = '{ me { name } }';
    const as = async (issuer: IdentityProvider, client_id?: string) => ({
      authorization: `Bearer ${await issuer.token({ sub: 'a', ...(client_id !== undefined && { client_id }) })}`,
    });
    expect(await post({ query }, await as(provider, 'dispatcher'))).toMatchObject({ status: 200 });
    const refusal = { status: 400, code: 'DOCUMENT_NOT_TRUSTED' };
    expect(await post({ query }, await as(provider, 'portal'))).toMatchObject(refusal);
    expect(await post({ query }, await as(provider))).toMatchObject(refusal);
    expect(await post({ query }, await as(stranger, 'dispatcher'))).toMatchObject(refusal);
    expect(await post({ query })).toMatchObject(refusal);
    await stranger.close();
  });

  test('one text under several rules needs the id', async () => {
    const { post } = await start({ manifest: await manifest(DOCUMENTS), required: true });
    const { body: query } = DOCUMENTS.lax;
    expect(await post({ query })).toMatchObject({ status: 400, code: 'DOCUMENT_NOT_TRUSTED' });
    expect(await post({ extensions: persisted(sha256(query)) })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post({ documentId: 'lax' })).toMatchObject({ status: 200 });
    expect(await post({ documentId: 'strict' })).toMatchObject({ status: 403 });
  });
});

describe('a manifest', () => {
  test('of Apollo is read as well', async () => {
    const file = await apolloManifest([
      { id: sha256('query M { motto }'), body: 'query M { motto }', name: 'M' },
      { id: 'me', body: 'query Me { me { id } }', name: 'Me' },
    ]);
    const { post } = await start({ manifest: file, required: true });
    expect(await post({ extensions: persisted('me') })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ documentId: 'me' })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ extensions: persisted(sha256('query M { motto }')) })).toMatchObject({ status: 200 });
  });

  test('stands beside another one, of another application', async () => {
    const another = { mine: { body: 'query Mine { me { id } }', purpose: 'mentoring' }, motto: { body: MOTTO } };
    const manifests = [await manifest(DOCUMENTS), await manifest(another)];
    const { post } = await start({ manifest: manifests, required: true });
    expect(await post({ documentId: 'motto' })).toMatchObject({ data: { motto: 'together' } });
    expect(await post({ documentId: 'mine' })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ query: another.mine.body })).toMatchObject({ data: { me: { id: 'u1' } } });
    expect(await post({ documentId: 'review' })).toMatchObject({ status: 403 });
  });

  const refused = async (documents: ConfigInput['documents']) => {
    const supergraph = compose([{ name: 'one', url: 'http://127.0.0.1:9/', typeDefs: 'type Query { motto: String }' }]);
    const config = testConfig({ documents });
    const created = createGateway({ supergraph, settings: config, logger: createLogger(config.logLevel) });
    await expect(created).rejects.toThrow(ConfigError);
    return created.catch(String);
  };

  test('with invalid documents keeps the gateway from starting and names all of them', async () => {
    const message = await refused({
      manifest: await manifest({
        fine: { body: MOTTO },
        broken: { body: '{' },
        unknown: { body: '{ nothing }' },
        wide: { body: `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: motto`).join(' ')} }` },
        misnamed: { body: 'query A { motto }', operationName: 'B' },
      }),
    });
    for (const id of ['broken', 'unknown', 'wide', 'misnamed']) expect(message).toContain(`"${id}"`);
    expect(message).not.toContain('"fine"');
  });

  test.each([
    ['a wrong hash', { [`sha256:${'0'.repeat(64)}`]: { body: MOTTO } }, 'is not the hash of its body'],
    ['an unknown rule', { motto: { body: MOTTO, role: ['officer'] } }, 'documents.motto'],
    ['roles of nobody', { motto: { body: MOTTO, roles: [] } }, 'documents.motto.roles'],
    ['an id that is too long', { ['m'.repeat(129)]: { body: MOTTO } }, 'documents'],
  ])('with %s is refused', async (_what, documents, text) => {
    expect(await refused({ manifest: await manifest(documents) })).toContain(text);
  });

  test('that gives a document of another one laxer rules is refused', async () => {
    const manifests = [{ motto: { body: MOTTO, roles: ['officer'] } }, { motto: { body: MOTTO } }];
    expect(await refused({ manifest: await Promise.all(manifests.map((one) => manifest(one))) })).toContain(
      '"motto" stands for one document under two rules',
    );
  });

  test('of another form, or none at all, is refused', async () => {
    expect(await refused({ manifest: await manifest({}, { format: 'other', version: 1 }) })).toContain('format');
    expect(await refused({ manifest: join(folder, 'none.json') })).toContain('ENOENT');
    const twice = await apolloManifest([
      { id: 'a', body: MOTTO, name: 'A' },
      { id: 'a', body: '{ __typename }', name: 'A' },
    ]);
    expect(await refused({ manifest: twice })).toContain('"a" stands for two documents');
    expect(() => testConfig({ documents: { required: true } })).toThrow('documents.required: needs a manifest');
    const both = { required: true, automatic: true, manifest: 'a' };
    expect(() => testConfig({ documents: both })).toThrow('documents.automatic: is not possible');
  });
});

describe('automatic persisted queries', () => {
  test('are registered once and then run by their hash, also by GET', async () => {
    const { post, get } = await start({ automatic: true });
    const extensions = persisted(sha256(MOTTO));
    expect(await post({ extensions })).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await post({ query: MOTTO, extensions })).toMatchObject({ status: 200, data: { motto: 'together' } });
    expect(await post({ extensions })).toMatchObject({ status: 200, data: { motto: 'together' } });
    expect(await get({ extensions: JSON.stringify(extensions) })).toMatchObject({ data: { motto: 'together' } });
    expect(await post({ documentId: `sha256:${sha256(MOTTO)}` })).toMatchObject({ status: 200 });
  });

  test('are not registered under the hash of another document', async () => {
    const { post } = await start({ automatic: true });
    const extensions = persisted(sha256(MOTTO));
    expect(await post({ query: '{ me { id } }', extensions })).toMatchObject({
      status: 400,
      code: 'PERSISTED_QUERY_HASH_MISMATCH',
    });
    expect(await post({ extensions })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  test('take no more memory than they may', async () => {
    const { post } = await start({ automatic: true, automaticBytes: 1_024 });
    const documents = Array.from({ length: 5 }, (_, index) => `query Q${index} { motto }`);
    for (const query of documents) await post({ query, extensions: persisted(sha256(query)) });
    const known = await Promise.all(documents.map((query) => post({ extensions: persisted(sha256(query)) })));
    expect(known.map(({ status }) => status)).toEqual([400, 400, 200, 200, 200]);
    const long = `${MOTTO}${' '.repeat(1_000)}`;
    expect(await post({ query: long, extensions: persisted(sha256(long)) })).toMatchObject({ status: 200 });
    expect(await post({ extensions: persisted(sha256(long)) })).toMatchObject({ status: 400 });
  });

  test('that are switched off are answered as Apollo clients expect, and a document beside a hash runs', async () => {
    const { post } = await start({});
    const extensions = persisted(sha256(MOTTO));
    const refusal = { code: 'PERSISTED_QUERY_NOT_SUPPORTED', message: 'PersistedQueryNotSupported' };
    expect(await post({ extensions })).toMatchObject({ status: 400, ...refusal });
    expect(await post({ extensions }, { accept: JSON_TYPE })).toMatchObject({ status: 200, ...refusal });
    expect(await post({ query: MOTTO, extensions })).toMatchObject({ status: 200 });
    expect(await post({ query: MOTTO, documentId: 'x', extensions: { persistedQuery: 7 } })).toMatchObject({
      status: 200,
    });
  });
});
