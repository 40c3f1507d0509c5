import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, compactVerify, type CryptoKey } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishedGatewayKeys } from './gateway-keys.js';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: object;
}

let server: Server;
let published: Key[];
let reads: number;
let fails: boolean;
let address: string;

const newKey = async (kid: string): Promise<Key> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' } };
};
const signed = ({ kid, privateKey }: Key) => new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);

async function listen(port = 0): Promise<void> {
  server = createServer((_request, response) => {
    reads++;
    if (fails) response.writeHead(503).end();
    else response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

async function close(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

beforeEach(async () => {
  published = [await newKey('one')];
  reads = 0;
  fails = false;
  await listen();
});
afterEach(close);

test('keys are read when they are first needed, once for all who need them', async () => {
  const keys = publishedGatewayKeys(address);
  await keys.refresh();
  expect(reads).toBe(0);
  const token = await signed(published[0] as Key);
  await Promise.all(Array.from({ length: 20 }, () => compactVerify(token, keys.find)));
  expect(reads).toBe(1);
});

test('a member that starts before its gateway accepts the first request', async () => {
  await close();
  const port = Number(new URL(address).port);
  const keys = publishedGatewayKeys(address);
  const token = await signed(published[0] as Key);
  await expect(compactVerify(token, keys.find)).rejects.toThrow('fetch failed');
  await listen(port);
  await expect(compactVerify(token, keys.find)).resolves.toBeDefined();
});

test('a gateway that signs with a new key is believed at once, and the key that it took back no more', async () => {
  const keys = publishedGatewayKeys(address);
  const [former] = published as [Key];
  const next = await newKey('two');
  await compactVerify(await signed(former), keys.find);
  published = [next];
  const tokens = await Promise.all(Array.from({ length: 20 }, () => signed(next)));
  await Promise.all(tokens.map((token) => compactVerify(token, keys.find)));
  expect(reads).toBe(2);
  await expect(compactVerify(await signed(former), keys.find)).rejects.toThrow('no applicable key');
});

test('while the keys cannot be read, known ones hold and unknown ones do not', async () => {
  const keys = publishedGatewayKeys(address);
  const token = await signed(published[0] as Key);
  await compactVerify(token, keys.find);
  fails = true;
  await expect(keys.refresh()).rejects.toThrow('200');
  await expect(compactVerify(token, keys.find)).resolves.toBeDefined();
  await expect(compactVerify(await signed(await newKey('two')), keys.find)).rejects.toThrow('200');
});

test('keys are read again beside the requests, and what was taken back is not believed', async () => {
  const keys = publishedGatewayKeys(address);
  const [former] = published as [Key];
  await compactVerify(await signed(former), keys.find);
  published = [await newKey('two')];
  await keys.refresh();
  await expect(compactVerify(await signed(former), keys.find)).rejects.toThrow('no applicable key');
});

test('invented keys make no more than one reading a second', async () => {
  const keys = publishedGatewayKeys(address);
  const invented = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => signed(await newKey(`x${index}`))),
  );
  const results = await Promise.allSettled(invented.map((token) => compactVerify(token, keys.find)));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(reads).toBeLessThanOrEqual(3);
});
