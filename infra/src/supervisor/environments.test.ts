import { createDemoData } from '@birlik/demo-data';
import { describe, expect, it } from 'vitest';

import { environments } from './environments.js';
import { StateFolder } from './state-folder.js';

const names = ['center', 'registry', 'union', 'university'];
const ports = Object.fromEntries([...names, 'identity-provider'].map((name, index) => [name, 5000 + index]));

const result = environments({
  layout: {
    subgraphs: names.map((name) => ({ name, module: `${name}.js` })),
    identityProvider: { module: 'idp.js' },
    gateway: {
      module: 'gateway.js',
      flags: [],
      supergraph: '/schema/supergraph.graphql',
      portal: { folder: '/portal/dist', documents: '/portal/documents.json' },
    },
  },
  folder: new StateFolder('/state'),
  secrets: {
    postgresPassword: 'p',
    assertionKey: { kty: 'OKP', crv: 'Ed25519', kid: 'k', x: 'public', d: 'private-half' },
    agreementKeys: Object.fromEntries(
      names.map((name) => [name, { kty: 'OKP', crv: 'X25519', x: `public-${name}`, d: `agreement-of-${name}` }]),
    ),
    pairwiseKey: 'key-of-pseudonyms',
    signingKeys: [{ kty: 'OKP', crv: 'Ed25519', kid: 's', x: 'public', d: 'signing-half' }],
    nationalNumberKeys: { 1: 'key-of-national-numbers' },
    grantKeys: {
      center: 'key-of-center',
      union: 'key-of-union',
      university: 'key-of-university',
      gone: 'key-of-a-former-member',
    },
    clientSecrets: { 'registry-system': 'secret-of-system' },
  },
  ports,
  databases: Object.fromEntries(
    names.map((name) => [name, { ownerUrl: `owner-of-${name}`, appUrl: `app-of-${name}` }]),
  ),
  gatewayPort: 4000,
  origins: ['http://localhost:3000'],
  issuers: [],
  logLevel: 'warn',
});

describe('environments', () => {
  it('gives each member its own key, and the registry those of all present members', () => {
    expect(result['union']?.['GRANT_KEY']).toBe('key-of-union');
    expect(result['university']?.['GRANT_KEY']).toBe('key-of-university');
    expect(result['registry']).not.toHaveProperty('GRANT_KEY');
    expect(JSON.parse(result['registry']?.['GRANT_KEYS'] ?? '')).toEqual({
      center: 'key-of-center',
      union: 'key-of-union',
      university: 'key-of-university',
    });
  });

  it('gives the keys of national numbers to the registry alone', () => {
    for (const [name, environment] of Object.entries(result)) {
      expect(environment['NATIONAL_NUMBER_KEYS'] === JSON.stringify({ 1: 'key-of-national-numbers' })).toBe(
        name === 'registry',
      );
    }
  });

  it('lets pages of front ends call the gateway, and sign in beside those of the gateway itself', () => {
    expect(JSON.parse(result['gateway']?.['CORS_ORIGINS'] ?? '')).toEqual(['http://localhost:3000']);
    expect(JSON.parse(result['identity-provider']?.['PORTAL_ORIGINS'] ?? '')).toEqual([
      'http://127.0.0.1:4000',
      'http://localhost:4000',
      'http://localhost:3000',
    ]);
  });

  it('has the gateway serve the portal, which signs in at the identity provider and asks its own documents', () => {
    expect(result['gateway']).toMatchObject({
      PORTAL_FOLDER: '/portal/dist',
      PORTAL_CLIENT_ID: 'birlik-portal',
      DOCUMENTS_MANIFEST: '["/portal/documents.json"]',
    });
    expect(result['gateway']).not.toHaveProperty('DOCUMENTS_REQUIRED');
  });

  it('keeps the private half of the assertion key with the gateway', () => {
    expect(JSON.parse(result['gateway']?.['ASSERTION_KEY'] ?? '')).toMatchObject({ d: 'private-half' });
    for (const name of names) {
      expect(result[name]).toMatchObject({ GATEWAY_KEYS_URL: 'http://127.0.0.1:4000/.well-known/jwks.json' });
      expect(JSON.stringify(result[name])).not.toContain('private-half');
    }
  });

  it('gives each member its own key to agree with the gateway, and the gateway the public halves alone', () => {
    for (const name of names) {
      expect(JSON.parse(result[name]?.['AGREEMENT_KEY'] ?? '')).toMatchObject({ d: `agreement-of-${name}` });
      for (const [other, environment] of Object.entries(result)) {
        if (other !== name) expect(JSON.stringify(environment)).not.toContain(`agreement-of-${name}`);
      }
    }
    expect(JSON.parse(result['gateway']?.['AGREEMENT_KEYS'] ?? '')).toEqual(
      Object.fromEntries(names.map((name) => [name, { kty: 'OKP', crv: 'X25519', x: `public-${name}` }])),
    );
  });

  it('keeps the key of pseudonyms with the gateway', () => {
    expect(result['gateway']?.['PAIRWISE_KEYS']).toContain('key-of-pseudonyms');
    for (const name of [...names, 'identity-provider']) {
      expect(JSON.stringify(result[name])).not.toContain('key-of-pseudonyms');
    }
  });

  it('keeps the keys of the registry’s statements with the registry', () => {
    expect(JSON.parse(result['registry']?.['SIGNING_KEYS'] ?? '')).toMatchObject([{ kid: 's', d: 'signing-half' }]);
    for (const [name, environment] of Object.entries(result)) {
      if (name !== 'registry') expect(JSON.stringify(environment)).not.toContain('signing-half');
    }
  });

  it('gives no process the address of an owner role or of another member’s database', () => {
    for (const name of names) {
      const text = JSON.stringify(result[name]);
      expect(text).toContain(`app-of-${name}`);
      expect(text).not.toContain('owner-of-');
      for (const other of names) if (other !== name) expect(text).not.toContain(`app-of-${other}`);
    }
  });

  it('lets the dispatching process sign in as the office’s system, and gives it no key', () => {
    const { sub } = createDemoData().personas.find(({ key }) => key === 'registry-system') ?? {};
    expect(result['dispatch']).toEqual({
      GATEWAY_URL: 'http://127.0.0.1:4000',
      ISSUER: 'http://127.0.0.1:5004',
      CLIENT_ID: sub,
      CLIENT_SECRET: 'secret-of-system',
    });
  });

  it('shows GraphiQL to whoever opens the demo stack', () => {
    expect(result['gateway']).toHaveProperty('GRAPHIQL', 'on');
  });

  it('lets the gateway keep the last good supergraph in the state folder', () => {
    expect(result['gateway']).toMatchObject({
      SUPERGRAPH: '/schema/supergraph.graphql',
      SUPERGRAPH_LAST_GOOD_FILE: '/state/supergraph.last-good.graphql',
    });
  });

  it('routes the gateway to every subgraph and trusts the identity provider', () => {
    expect(JSON.parse(result['gateway']?.['SUBGRAPH_URLS'] ?? '')).toEqual({
      center: 'http://127.0.0.1:5000/graphql',
      registry: 'http://127.0.0.1:5001/graphql',
      union: 'http://127.0.0.1:5002/graphql',
      university: 'http://127.0.0.1:5003/graphql',
    });
    expect(JSON.parse(result['gateway']?.['ISSUERS'] ?? '')).toEqual([
      { issuer: 'http://127.0.0.1:5004', audience: 'urn:birlik:graph' },
    ]);
    expect(JSON.parse(result['registry']?.['ADMITTED_ISSUERS'] ?? '')).toMatchObject([
      { issuer: 'http://127.0.0.1:5004', anyOrganization: true, signsUp: true },
    ]);
  });
});
