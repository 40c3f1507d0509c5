import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { AssertionSigner } from './assertion-signer.js';

test('an assertion is bound to subgraph, body and half a minute, and never the same twice', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  const signer = await AssertionSigner.create({ kty: 'OKP', crv: 'Ed25519', x, d, kid: 'k1' });
  const subject = { viewer: null, purpose: 'reporting', operation: 'Q', request: 'r1' };
  const read = async (assertion: string, audience: string) =>
    (await jwtVerify(assertion, publicKey, { audience, typ: 'birlik-assertion+jwt' })).payload;
  const first = await read(await signer.sign('union', '{"a":1}', subject), 'union');
  const second = await read(await signer.sign('union', '{"a":2}', subject), 'union');
  expect(first).toMatchObject({
    iss: 'birlik-gateway',
    viewer: null,
    purpose: 'reporting',
    operation: 'Q',
    request: 'r1',
  });
  expect((first.exp ?? 0) - (first.iat ?? 0)).toBe(30);
  // The digest of `{"a":1}` computed with openssl.
  expect(first['bdg']).toBe('AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX-GI');
  expect(second['bdg']).not.toBe(first['bdg']);
  expect(second.jti).not.toBe(first.jti);
  await expect(read(await signer.sign('union', '{}', subject), 'alumni')).rejects.toThrow('aud');
});
