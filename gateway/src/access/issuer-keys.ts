import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

const DISCOVERY_TIMEOUT_MS = 5_000;
/** After a failed discovery the issuer is left in peace for so long. */
const DISCOVERY_COOLDOWN_MS = 1_000;
/** An unknown key id makes the keys be read again, but not more often than this. */
const JWKS_COOLDOWN_MS = 30_000;
/** A key that the issuer took back is refused after this time at the latest. */
const JWKS_MAX_AGE_MS = 300_000;

/** The issuer's keys cannot be read, so its tokens can be neither accepted nor called wrong. */
export class IssuerUnavailable extends Error {
  constructor(issuer: string, options?: ErrorOptions) {
    super(`The keys of the issuer ${issuer} cannot be read.`, options);
    this.name = 'IssuerUnavailable';
  }
}

/** Finds the public keys of one issuer by OpenID Connect discovery, and keeps them. */
export class IssuerKeys {
  readonly #issuer: string;
  #keys: JWTVerifyGetKey | undefined;
  #discovery: Promise<JWTVerifyGetKey> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  /** The key source; rejects with {@link IssuerUnavailable} when discovery fails. */
  get(): JWTVerifyGetKey | Promise<JWTVerifyGetKey> {
    return this.#keys ?? (this.#discovery ??= this.#discover());
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    try {
      if (performance.now() - this.#failedAt < DISCOVERY_COOLDOWN_MS) throw new IssuerUnavailable(this.#issuer);
      const response = await fetch(`${this.#issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
        signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
        redirect: 'error',
      });
      const discovered = discoverySchema.parse(await response.json());
      if (discovered.issuer !== this.#issuer) throw new Error('The discovered issuer has another name.');
      this.#keys = createRemoteJWKSet(new URL(discovered.jwks_uri), {
        cooldownDuration: JWKS_COOLDOWN_MS,
        cacheMaxAge: JWKS_MAX_AGE_MS,
        timeoutDuration: DISCOVERY_TIMEOUT_MS,
      });
      return this.#keys;
    } catch (error) {
      if (error instanceof IssuerUnavailable) throw error;
      this.#failedAt = performance.now();
      throw new IssuerUnavailable(this.#issuer, { cause: error });
    } finally {
      this.#discovery = undefined;
    }
  }
}
