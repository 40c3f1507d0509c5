import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Identity providers of a server of their own, each at a path of it, which sign whatever they are given. */
export interface ForeignIssuers {
  /** The `iss` of the provider at a path; each path has one. */
  at(path: string): string;
  /** A token of somebody who signed in just now, which the gateway accepts of the provider, whatever else it claims. */
  token(issuer: string, claims: Readonly<Record<string, unknown>>, typ?: string): Promise<string>;
  close(): Promise<void>;
}

/** What tokens of the graph are for. */
export const graphAudience = 'urn:birlik:graph';

/** Starts the server on a free port: discovery and keys by HTTP, as the gateway reads those of any provider. */
export async function startForeignIssuers(): Promise<ForeignIssuers> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const kid = 'foreign';
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }] });
  const discovery = '/.well-known/openid-configuration';
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'application/json');
    const issuer = `${base}${url.slice(0, -discovery.length)}`;
    response.end(url.endsWith(discovery) ? JSON.stringify({ issuer, jwks_uri: `${base}/keys` }) : keys);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    at: (path) => `${base}/${path}`,
    token: (issuer, claims, typ = 'at+jwt') =>
      new SignJWT({ auth_time: Math.floor(Date.now() / 1_000), ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ })
        .setIssuer(issuer)
        .setAudience(graphAudience)
        .setIssuedAt()
        .setExpirationTime('10 minutes')
        .sign(privateKey),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
