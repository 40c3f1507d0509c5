import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { listen } from './listen.js';

/** A small OpenID provider: discovery, keys and tokens of any content. */
export interface IdentityProvider {
  readonly issuer: string;
  /** How often the keys were read. */
  readonly keyReads: () => number;
  /** What does not work; `keys`: only their document is missing, `all`: discovery as well. Null: everything works. */
  fault: 'keys' | 'all' | null;
  /** Keys that are read from now on are those of now, and arrive when this is settled. */
  delay: Promise<void> | null;
  /** Publishes one more key, signs with it from now on, and returns its id. */
  rotate(): Promise<string>;
  /** Publishes a key no longer. */
  withdraw(keyId: string): void;
  token(claims: Record<string, unknown>, options?: TokenOptions): Promise<string>;
  close(): Promise<void>;
}

export interface TokenOptions {
  readonly audience?: string | string[];
  readonly issuer?: string;
  readonly typ?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly notBefore?: number;
  /** Seconds from now; null leaves it out. */
  readonly issuedAt?: number | null;
  /** Signs with a key that the provider does not publish. */
  readonly foreignKey?: boolean;
  /** Signs with an earlier key of the provider, or writes this id into a token that is signed with a foreign key. */
  readonly keyId?: string;
  /**
   * Whether the scope that reads the graph is added where it is missing.
   * @default true
   */
  readonly isForGraph?: boolean;
}

interface ProviderKey {
  readonly jwk: JWK & { readonly kid: string };
  readonly privateKey: CryptoKey;
}

/** Starts a provider on a free port. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const foreign = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const published = new Map<string, ProviderKey>();
  let current = await makeKey('idp-1');
  const keys = new Map([[current.jwk.kid, current]]);
  published.set(current.jwk.kid, current);
  let keyReads = 0;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') {
      keyReads++;
      if (provider.fault !== null) response.writeHead(500);
      const text = JSON.stringify({ keys: [...published.values()].map(({ jwk }) => jwk) });
      void Promise.resolve(provider.delay).then(() => response.end(text));
    } else {
      if (provider.fault === 'all') response.writeHead(500);
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }));
    }
  });
  const port = await listen(server);
  const issuer = `http://127.0.0.1:${port}`;
  const provider: IdentityProvider = {
    issuer,
    keyReads: () => keyReads,
    fault: null,
    delay: null,
    rotate: async () => {
      current = await makeKey(`idp-${keys.size + 1}`);
      keys.set(current.jwk.kid, current);
      published.set(current.jwk.kid, current);
      return current.jwk.kid;
    },
    withdraw: (keyId) => void published.delete(keyId),
    token: (claims, options = {}) => {
      const { keyId = current.jwk.kid, foreignKey = false } = options;
      const key = foreignKey ? undefined : keys.get(keyId);
      return sign(claims, options, key?.privateKey ?? foreign.privateKey, keyId);
    },
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    },
  };
  return provider;

  function sign(claims: Record<string, unknown>, options: TokenOptions, key: CryptoKey, kid: string): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const token = new SignJWT(
      options.isForGraph === false ? claims : { ...claims, scope: withReadScope(claims['scope']) },
    )
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: options.typ ?? 'at+jwt' })
      .setIssuer(options.issuer ?? issuer)
      .setAudience(options.audience ?? 'urn:birlik:graph')
      .setExpirationTime(now + (options.expiresIn ?? 300));
    const { issuedAt = 0, notBefore } = options;
    if (issuedAt !== null) token.setIssuedAt(now + issuedAt);
    if (notBefore !== undefined) token.setNotBefore(now + notBefore);
    return token.sign(key);
  }
}

function withReadScope(scope: unknown): unknown {
  if (scope !== undefined && typeof scope !== 'string') return scope;
  const scopes = (scope ?? '').split(' ').filter((one) => one !== '');
  return [...new Set([...scopes, 'graph:read'])].join(' ');
}

async function makeKey(kid: string): Promise<ProviderKey> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }, privateKey };
}
