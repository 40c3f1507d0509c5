import { createLocalJWKSet, errors as joseErrors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const READ_TIMEOUT_MS = 5_000;
/** After a failed reading the issuer is left in peace for so long. */
const FAILURE_REST_MS = 1_000;
/** From this part of their age on, keys are read again beside the requests that use them. */
const REFRESH_AT = 0.5;

/** The issuer's keys cannot be read, so its tokens can be neither accepted nor called wrong. */
export class IssuerUnavailable extends Error {
  constructor(issuer: string, options?: ErrorOptions) {
    super(`The keys of the issuer ${issuer} cannot be read.`, options);
    this.name = 'IssuerUnavailable';
  }
}

/** Where the keys of one issuer are and how long they are believed. */
export interface IssuerKeysSettings {
  readonly issuer: string;
  readonly jwksMaxAgeMs: number;
  readonly jwksCooldownMs: number;
}

/**
 * Finds the public keys of one issuer by OpenID Connect discovery, and keeps them. While the issuer is down they are used
 * up to their greatest age; from then on nothing is accepted until they were read again.
 */
export class IssuerKeys {
  readonly #settings: IssuerKeysSettings;
  readonly #now: () => number;
  #keys: JWTVerifyGetKey | null = null;
  #reading: Promise<JWTVerifyGetKey> | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #hasFailed = false;

  /** `now` is a clock in milliseconds that nobody sets. */
  constructor(settings: IssuerKeysSettings, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
  }

  /** How long, from now, what these keys verified may be believed. */
  get freshForMs(): number {
    return this.#readAt + this.#settings.jwksMaxAgeMs - this.#now();
  }

  /** The key for a token; rejects with {@link IssuerUnavailable} when it cannot be known whether there is one. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const askedAt = this.#now();
    let keys = await this.#current();
    for (;;) {
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof joseErrors.JWKSNoMatchingKey)) throw error;
        const newer = this.#newerThan(keys, askedAt);
        if (newer === null) throw error;
        keys = await newer;
      }
    }
  };

  /** Keys that may hold what these do not; null: there is no such key. Throws {@link IssuerUnavailable}. */
  #newerThan(keys: JWTVerifyGetKey, askedAt: number): JWTVerifyGetKey | Promise<JWTVerifyGetKey> | null {
    // Others may have had the keys read, or be at it, since these were looked up.
    if (this.#reading !== null) return this.#reading;
    if (this.#keys !== null && this.#keys !== keys) return this.#keys;
    // They were read after the token came. A reading that began before it may have missed a key that it is signed with.
    if (this.#readAt >= askedAt) return null;
    // The issuer may have a new key. Tokens with invented key ids must not make the gateway flood it.
    if (this.#now() - this.#triedAt >= this.#settings.jwksCooldownMs) return this.#read();
    if (this.#hasFailed) throw new IssuerUnavailable(this.#settings.issuer);
    return null;
  }

  #current(): JWTVerifyGetKey | Promise<JWTVerifyGetKey> {
    const { jwksMaxAgeMs } = this.#settings;
    const fresh = this.freshForMs;
    if (this.#keys === null || fresh <= 0) return this.#read();
    if (fresh < jwksMaxAgeMs * (1 - REFRESH_AT)) this.#read().catch(() => undefined);
    return this.#keys;
  }

  /** Reads the keys; those who need them at the same time wait for the same reading. */
  #read(): Promise<JWTVerifyGetKey> {
    if (this.#reading !== null) return this.#reading;
    if (this.#hasFailed && this.#now() - this.#triedAt < FAILURE_REST_MS) {
      return Promise.reject(new IssuerUnavailable(this.#settings.issuer));
    }
    this.#reading = this.#readNow();
    return this.#reading;
  }

  async #readNow(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.#settings;
    this.#triedAt = this.#now();
    try {
      const discovered = discoverySchema.parse(
        await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
      );
      if (discovered.issuer !== issuer) throw new Error('The discovered issuer has another name.');
      const keys = createLocalJWKSet(jwksSchema.parse(await readJson(discovered.jwks_uri)));
      this.#keys = keys;
      // Counted from before the reading: what the issuer changed meanwhile is not in it.
      this.#readAt = this.#triedAt;
      this.#hasFailed = false;
      return keys;
    } catch (error) {
      this.#hasFailed = true;
      throw new IssuerUnavailable(issuer, { cause: error });
    } finally {
      this.#reading = null;
    }
  }
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(READ_TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`The issuer answered with the status ${response.status}.`);
  return response.json();
}
