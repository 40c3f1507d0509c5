import { generateKeyPairSync } from 'node:crypto';
import { completeConfig } from '../config/config.js';
import { AssertionSigner } from './assertion-signer.js';

/** What a signed assertion costs, in microseconds. Run with `node dist/access/assertion-signer.bench.js`. */
const ROUNDS = 5;
const CALLS = 3_000;

const key = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'bench' };
const { assertionKey } = completeConfig({ supergraph: { file: 'none' }, assertionKey: key as never });
if (assertionKey === null) throw new Error('The configuration has lost the key.');
const viewer = {
  issuer: 'https://idp.example',
  sub: '018f2b6e-7d1c-7000-8000-000000000001',
  volunteerId: null,
  organizationId: null,
  roles: [],
  scopes: [],
  client: null,
  authTime: 1_790_000_000,
};
const assert = new AssertionSigner(assertionKey).about({
  viewer,
  purpose: null,
  operation: 'Profile',
  request: 'request-1',
  operationId: '019ac8d0-0000-7000-8000-000000000001',
});
const body = JSON.stringify({ query: '{ volunteer { name } }', variables: {} });

// As in the gateway, where all requests of one fetch have the same template.
const fetch = { service: 'union', reads: null };

const rounds: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const started = performance.now();
  for (let call = 0; call < CALLS; call++) assert(fetch, body);
  rounds.push(((performance.now() - started) * 1_000) / CALLS);
}
process.stdout.write(`${Math.min(...rounds).toFixed(1)} µs\n`);
