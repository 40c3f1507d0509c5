import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { DomainError } from '@birlik/kernel/errors';
import { explain } from '../messages.js';

/** The request header that carries the gateway's assertion. */
export const assertionHeader = 'birlik-assertion';

/** Paths below an entity, by the field that opens them, `''` for what no field opens. */
const openedPaths = z.record(z.string(), z.array(z.string()));

const claims = z.object({
  iss: z.literal('birlik-gateway'),
  jti: z.string().min(8).max(100),
  bdg: z.string(),
  viewer: z
    .object({
      issuer: z.string(),
      sub: z.string(),
      volunteerId: z.uuid().nullable(),
      organizationId: z.uuid().nullable(),
      roles: z.array(z.string()),
      scopes: z.array(z.string()),
      client: z.string().nullable(),
    })
    .nullable(),
  purpose: z.string().max(100).nullable(),
  operation: z.string().max(200).nullable(),
  request: z.string().max(100),
  operationId: z.uuidv7(),
  reads: z
    .object({
      here: z.array(z.object({ at: z.array(z.string()), read: openedPaths })).default([]),
      elsewhere: openedPaths.default({}),
    })
    .default({ here: [], elsewhere: {} }),
});

/**
 * What the gateway vouches for: who asks (null: nobody signed in), for what purpose, in which operation.
 *
 * `request` is the client's choice, `operationId` the gateway's own, new for each operation and each event of a
 * subscription. `reads` names what the operation asks of entities whose reads this member notes: `here` in this request,
 * `elsewhere` in its others. `at` are places in the document of the request: response keys joined by `.`, without indexes,
 * `*` for all that are not named. `read` are paths below the entity, by the field that opens them, `''` for what no field
 * opens.
 */
export type Assertion = z.infer<typeof claims>;

const leewaySeconds = 5;
const longestLifeSeconds = 60;

/**
 * Makes the check that stands before everything else in a member's process.
 *
 * The returned function resolves to the assertion, or rejects with UNAUTHENTICATED when it is missing, forged, expired,
 * meant for another member, made for another body, or was used before. Uses are remembered in this process for as long
 * as an assertion can live.
 */
export function createAssertionVerifier(options: { audience: string; jwks: JSONWebKeySet }) {
  const keys = createLocalJWKSet(options.jwks);
  const used = new LRUCache<string, true>({ max: 500_000, ttl: (longestLifeSeconds + 2 * leewaySeconds) * 1000 });

  return async function verify(token: string | undefined, body: Uint8Array): Promise<Assertion> {
    if (!token) throw new DomainError('UNAUTHENTICATED', explain('gateway-only'));
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['EdDSA'],
        typ: 'birlik-assertion+jwt',
        audience: options.audience,
        clockTolerance: leewaySeconds,
        maxTokenAge: longestLifeSeconds,
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      const assertion = claims.parse(payload);
      if (assertion.bdg !== createHash('sha256').update(body).digest('base64url')) throw new Error('other body');
      if (used.has(assertion.jti)) throw new Error('used before');
      used.set(assertion.jti, true);
      return assertion;
    } catch (cause) {
      throw new DomainError('UNAUTHENTICATED', explain('assertion-not-accepted'), { cause });
    }
  };
}
