import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { compactVerify } from 'jose';
import { z } from 'zod';
import { DomainError } from '@birlik/kernel/errors';
import { openMac, type ProvenToken } from '../mac/mac.js';
import { explain } from '../messages.js';
import { createKeyAgreement, keyShareHeader, type AgreementKey } from './agreed-keys.js';
import type { GatewayKeys } from './gateway-keys.js';
import { UsedIds } from './used-ids.js';

/** The request header that carries the gateway's assertion. */
export const assertionHeader = 'birlik-assertion';

/** The header by which an answer says which request it belongs to. */
const echoHeader = 'birlik-echo';

/** Paths below an entity, by the field that opens them, `''` for what no field opens. */
const openedPaths = z.record(z.string(), z.array(z.string()));

const claims = z.object({
  iss: z.literal('birlik-gateway'),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
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
      authTime: z.number().nullable().default(null),
    })
    .nullable(),
  claims: z
    .object({
      volunteer: z.string().nullable(),
      organization: z.string().nullable(),
      roles: z.array(z.string()),
    })
    .optional(),
  decidesFor: z.array(z.uuid()).optional(),
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

type Claims = z.infer<typeof claims>;

/**
 * What the gateway vouches for: who asks (null: nobody signed in), for what purpose, in which operation.
 *
 * `viewer` is whom the registry knows by the token, and `authTime` when they signed in, in seconds of the epoch; null if that is
 * not known. `claims` is what the token says, which nobody believes: the gateway tells
 * the registry alone, when it asks who that is.
 *
 * `decidesFor` names for whom the viewer decides in law, of themself and whom the operation names, as the registry said it for this
 * operation: a person of age, and the minors whose guardian the viewer is. It is there for mutations tagged `legal-capacity` alone,
 * and not where the registry did not answer.
 *
 * `request` is the client's choice, `operationId` the gateway's own, new for each operation and each event of a
 * subscription. `reads` names what the operation asks of entities whose reads this member notes: `here` in this request,
 * `elsewhere` in its others. `at` are places in the document of the request: response keys joined by `.`, without indexes,
 * `*` for all that are not named. `read` are paths below the entity, by the field that opens them, `''` for what no field
 * opens.
 */
export type Assertion = Omit<Claims, 'aud' | 'iat' | 'exp'>;

const leewaySeconds = 5;
const longestLifeSeconds = 60;

/**
 * Of all verifiers in this process: one that is made anew must not accept what the one before it accepted. What an earlier
 * process accepted is older than this process.
 */
const used = new UsedIds((longestLifeSeconds + 2 * leewaySeconds) * 1_000);
const processStartedAt = performance.timeOrigin / 1_000;

/** What a member knows its gateway by. */
export interface AssertionVerifierOptions {
  /** The member's name. */
  readonly audience: string;
  readonly gatewayKeys: GatewayKeys;
  /** Null: the member takes assertions that are signed, and no MACs. */
  readonly agreementKey: AgreementKey | null;
  /** Assertions that were issued before are refused, in seconds of the epoch. @default the start of this process */
  readonly notBefore?: number;
}

/**
 * Makes the check that stands before everything else in a member's process.
 *
 * The returned function resolves to the assertion, or rejects with UNAUTHENTICATED when it is missing, forged, expired,
 * meant for another member, made for another body, was used before, or was issued before this process started: then another
 * one may have accepted it. Uses are remembered in this process for as long as an assertion can live.
 *
 * An assertion is a JWS of one of two forms, and which one it is does not depend on what it says of itself: beside a key
 * share it is a MAC (HS256) under the key that was agreed on by that share, without one a signature (EdDSA) of the gateway.
 */
export function createAssertionVerifier({
  audience,
  gatewayKeys,
  agreementKey,
  notBefore = processStartedAt,
}: AssertionVerifierOptions) {
  const agree =
    agreementKey === null
      ? null
      : createKeyAgreement({ member: audience, ownKey: agreementKey, gatewayKeys: gatewayKeys.find });

  async function proveMac(token: string, share: string): Promise<ProvenToken> {
    if (agree === null) throw new Error('no key to agree with');
    const agreed = agree(share);
    const { kid, key } = agreed instanceof Promise ? await agreed : agreed;
    const proven = openMac(token, key);
    if (proven.header['kid'] !== kid) throw new Error('other key');
    return proven;
  }

  async function proveSignature(token: string): Promise<ProvenToken> {
    const { protectedHeader, payload } = await compactVerify(token, gatewayKeys.find, { algorithms: ['EdDSA'] });
    return { header: protectedHeader, claims: JSON.parse(Buffer.from(payload).toString('utf8')) };
  }

  return async function verify(headers: IncomingHttpHeaders, body: Uint8Array): Promise<Assertion> {
    const token = headers[assertionHeader];
    const share = headers[keyShareHeader];
    if (typeof token !== 'string') throw new DomainError('UNAUTHENTICATED', explain('gateway-only'));
    try {
      const proven = share === undefined ? proveSignature(token) : proveMac(token, String(share));
      const { header, claims: stated } = await proven;
      if (header['typ'] !== 'birlik-assertion+jwt') throw new Error('other type');
      const assertion = claims.parse(stated);
      if (assertion.aud !== audience) throw new Error('other member');
      assertTimely(assertion, Date.now() / 1_000, notBefore);
      if (assertion.bdg !== hash('sha256', body, 'base64url')) throw new Error('other body');
      if (!used.use(assertion.jti)) throw new Error('used before');
      return assertion;
    } catch (cause) {
      throw new DomainError('UNAUTHENTICATED', explain('assertion-not-accepted'), { cause });
    }
  };
}

/**
 * What each answer to a request says in its head: the proof of the request's assertion, so that the gateway never takes it
 * for the answer to another request.
 */
export function echoHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const proof = /\.([\w-]{43,86})$/.exec(String(headers[assertionHeader]))?.[1];
  return proof === undefined ? {} : { [echoHeader]: proof };
}

/** @throws Error when an assertion is of another time than now */
function assertTimely({ iat, exp }: Claims, now: number, notBefore: number): void {
  if (iat < notBefore) throw new Error('issued before the start');
  if (iat > now + leewaySeconds || iat < now - longestLifeSeconds - leewaySeconds)
    throw new Error('issued at another time');
  if (exp <= now - leewaySeconds) throw new Error('expired');
}
