import type { Message } from '@birlik/messages/message';
import { hash } from 'node:crypto';
import { decodeJwt, errors as joseErrors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { RequestError } from '../errors/request-error.js';
import type { Issuer } from './issuer-config.js';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys.js';
import type { Viewer } from './viewer.js';
import { explain } from '../errors/messages.js';

const MAX_TOKEN_LENGTH = 8_192;
const MAX_CACHED_TOKENS = 10_000;
/** A verified token is looked at again after this time, so that a withdrawn key bites. */
const MAX_CACHED_MS = 60_000;

const claimsSchema = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  client_id: z.string().optional(),
  scope: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** Completes a viewer by what its token says beside what all tokens say; null: in an unknown form. */
export type CompleteViewer<V extends Viewer> = (viewer: Viewer, payload: JWTPayload) => V | null;

/** Verifies access tokens of the configured issuers. */
export class TokenVerifier<V extends Viewer> {
  readonly #issuers: ReadonlyMap<string, Issuer & { readonly keys: IssuerKeys }>;
  readonly #verified = new LRUCache<string, V>({ max: MAX_CACHED_TOKENS });

  readonly #complete: CompleteViewer<V>;

  constructor(issuers: readonly Issuer[], complete: CompleteViewer<V>) {
    this.#complete = complete;
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, { ...issuer, keys: new IssuerKeys(issuer) }]));
  }

  /** The viewer of an `authorization` header. Rejects with a 401 when it is not a valid token. */
  async verify(authorization: string): Promise<V> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined || token.length > MAX_TOKEN_LENGTH) throw unauthenticated(explain('token-malformed'));
    const fingerprint = hash('sha256', token, 'base64url');
    const known = this.#verified.get(fingerprint);
    if (known !== undefined) return known;
    const { viewer, expires, freshForMs } = await this.#check(token);
    const ttl = Math.floor(Math.min(expires * 1_000 - Date.now(), freshForMs, MAX_CACHED_MS));
    if (ttl > 0) this.#verified.set(fingerprint, viewer, { ttl });
    return viewer;
  }

  async #check(token: string): Promise<{ viewer: V; expires: number; freshForMs: number }> {
    try {
      const issuer = decodeJwt(token).iss ?? '';
      const trusted = this.#issuers.get(issuer);
      if (trusted === undefined) throw unauthenticated(explain('token-of-no-issuer'));
      const { payload } = await jwtVerify(token, trusted.keys.find, {
        issuer,
        audience: trusted.audience,
        algorithms: trusted.algorithms,
        typ: 'at+jwt',
        clockTolerance: trusted.leewaySeconds,
        requiredClaims: ['exp', 'sub'],
      });
      const { viewer, expires } = readClaims(payload, issuer);
      const completed = this.#complete(viewer, payload);
      if (completed === null) throw unknownClaims();
      return { viewer: completed, expires, freshForMs: trusted.keys.freshForMs };
    } catch (error) {
      if (error instanceof RequestError) throw error;
      if (error instanceof joseErrors.JWTExpired) throw unauthenticated(explain('token-expired'));
      // What jose does not know comes from a key that it cannot read.
      if (error instanceof IssuerUnavailable || !(error instanceof joseErrors.JOSEError)) {
        throw new RequestError('UPSTREAM_UNAVAILABLE', explain('identity-provider-silent'));
      }
      throw unauthenticated(explain('token-invalid'));
    }
  }
}

function readClaims(payload: JWTPayload, issuer: string): { viewer: Viewer; expires: number } {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw unknownClaims();
  const { sub, exp, client_id: client, scope, roles } = claims.data;
  const viewer = {
    issuer,
    sub,
    roles: roles ?? [],
    scopes: (scope ?? '').split(' ').filter((one) => one !== ''),
    client: client ?? null,
  };
  return { viewer, expires: exp };
}

function unknownClaims(): RequestError {
  return unauthenticated(explain('token-claims-unknown'));
}

function unauthenticated(explanation: Message): RequestError {
  return new RequestError('UNAUTHENTICATED', explanation);
}
