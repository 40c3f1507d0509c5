import type { Message } from '@birlik/messages/message';
import { hash } from 'node:crypto';
import { decodeJwt, errors as joseErrors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { RequestError } from '../errors/request-error.js';
import type { Issuer } from './issuer-config.js';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys.js';
import { isForeignToken, readToken, type TokenClaims } from './read-token.js';
import type { Viewer } from './viewer.js';
import { explain } from '../errors/messages.js';

const MAX_TOKEN_LENGTH = 8_192;
const MAX_CACHED_TOKENS = 10_000;
/** A verified token is looked at again after this time, so that a withdrawn key bites. */
const MAX_CACHED_MS = 60_000;

/** Makes the viewer of a federation out of one as any identity provider vouches for it, and of what its token says. */
export type CompleteViewer<V extends Viewer> = (viewer: Viewer, claims: TokenClaims) => V;

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
        typ: trusted.tokenType,
        clockTolerance: trusted.leewaySeconds,
        requiredClaims: ['exp', 'iat'],
      });
      const expires = this.#readEnd(payload, trusted);
      if (trusted.tokenType === 'JWT' && isForeignToken(payload)) throw unauthenticated(explain('token-invalid'));
      const claims = readToken(payload, trusted);
      if (claims === null) throw unauthenticated(explain('token-claims-unknown'));
      const { subject: sub, client, scopes, roles, authTime } = claims;
      // A token comes after the sign-in that it is issued for: one that says otherwise would be fresh for too long.
      if (authTime !== null && authTime > Number(payload.iat) + trusted.leewaySeconds)
        throw unauthenticated(explain('token-invalid'));
      const viewer = this.#complete({ issuer, sub, client, scopes, roles, authTime }, claims);
      return { viewer, expires, freshForMs: trusted.keys.freshForMs };
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

  /**
   * The end of a token, in seconds of the epoch. Whoever stole one has it for no longer than the gateway allows, also where its
   * issuer's clock is ahead.
   */
  #readEnd({ exp = 0, iat = 0 }: JWTPayload, { leewaySeconds, maxTokenLifeSeconds }: Issuer): number {
    const issued = Math.min(iat, Date.now() / 1_000 + leewaySeconds);
    if (exp - issued > maxTokenLifeSeconds) {
      throw unauthenticated(explain('token-life-too-long', { seconds: maxTokenLifeSeconds }));
    }
    return exp;
  }
}

function unauthenticated(explanation: Message): RequestError {
  return new RequestError('UNAUTHENTICATED', explanation);
}
