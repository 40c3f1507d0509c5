import { setTimeout as pause } from 'node:timers/promises';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** Between the beginnings of two readings, so that invented key ids do not make a member flood the gateway. */
const leastPauseMs = 1_000;
/** Keys that could not be read again for so long are believed no more. */
const longestUseMs = 24 * 60 * 60 * 1_000;
const readTimeoutMs = 5_000;

/** The public keys of the gateway. */
export interface GatewayKeys {
  /** Finds the key that a JWS names. */
  readonly find: JWTVerifyGetKey;
  /** Reads them again where they have an address and were needed before. @throws Error when that fails */
  refresh(): Promise<void>;
}

/** Keys that are known once and for all. */
export function fixedGatewayKeys(keySet: JSONWebKeySet): GatewayKeys {
  return { find: createLocalJWKSet(keySet), refresh: () => Promise.resolve() };
}

/**
 * Keys that the gateway publishes. They are read when they are first needed, so a member starts before its gateway, and
 * whenever a key is asked for that they do not have: whoever signs with a new key publishes it. While they cannot be read,
 * those that are known hold for a day.
 */
export function publishedGatewayKeys(address: string): GatewayKeys {
  let nextReadAt = 0;
  const keys = createRemoteJWKSet(new URL(address), {
    cooldownDuration: 0,
    cacheMaxAge: longestUseMs,
    timeoutDuration: readTimeoutMs,
    async [customFetch](url, options) {
      await pause(Math.max(0, nextReadAt - performance.now()), undefined, { signal: options.signal });
      nextReadAt = performance.now() + leastPauseMs;
      return fetch(url, options);
    },
  });
  return {
    // A reading that others began may have been too early for this key, or have met a gateway that was being replaced.
    find: (header, token) => keys(header, token).catch(() => keys(header, token)),
    async refresh() {
      if (keys.jwks() !== undefined) await keys.reload();
    },
  };
}
