import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** A small OpenID provider: discovery, keys and tokens of any content. */
export interface IdentityProvider {
  readonly issuer: string;
  /** How often the keys were read. */
  readonly keyReads: () => number;
  token(claims: Record<string, unknown>, options?: TokenOptions): Promise<string>;
  close(): Promise<void>;
}

export interface TokenOptions {
  readonly audience?: string;
  readonly issuer?: string;
  readonly typ?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly notBefore?: number;
  /** Signs with a key that the provider does not publish. */
  readonly foreignKey?: boolean;
}

/** Starts a provider on a free port. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const own = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const foreign = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'idp-1', alg: 'EdDSA', use: 'sig' };
  let keyReads = 0;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') {
      keyReads++;
      response.end(JSON.stringify({ keys: [jwk] }));
    } else {
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }));
    }
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    keyReads: () => keyReads,
    token: (claims, options = {}) =>
      sign(claims, options, options.foreignKey === true ? foreign.privateKey : own.privateKey),
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    },
  };

  function sign(claims: Record<string, unknown>, options: TokenOptions, key: CryptoKey): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'idp-1', typ: options.typ ?? 'at+jwt' })
      .setIssuer(options.issuer ?? issuer)
      .setAudience(options.audience ?? 'urn:birlik:graph')
      .setIssuedAt(now)
      .setExpirationTime(now + (options.expiresIn ?? 300));
    return (options.notBefore === undefined ? token : token.setNotBefore(now + options.notBefore)).sign(key);
  }
}
