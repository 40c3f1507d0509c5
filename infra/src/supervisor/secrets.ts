import { randomBytes } from 'node:crypto';

import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

import { readJsonFile, writeJsonFile } from './json-file.js';
import type { StateFolder } from './state-folder.js';

const privateKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

/** A private JWK that signs by Ed25519. */
export type PrivateKey = z.infer<typeof privateKey>;

const agreementKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string(),
  d: z.string(),
});

/** A private JWK for agreements over X25519. */
export type AgreementKey = z.infer<typeof agreementKey>;

const secretsModel = z.object({
  postgresPassword: z.string().min(16),
  /** Private key that the gateway signs its assertions with. */
  assertionKey: privateKey,
  /** Private key with which a member and the gateway agree on keys, by the member's name. */
  agreementKeys: z.record(z.string(), agreementKey).default({}),
  /** The key from which the gateway makes the pseudonyms that stand for ids. */
  pairwiseKey: z.string().min(43).optional(),
  /** Private keys that the registry signs its statements with, the first one at present. */
  signingKeys: z.array(privateKey).min(1).optional(),
  /** Key that a member shares with the registry, by the member's name. */
  grantKeys: z.record(z.string(), z.string()),
  /** Keys under which the registry hashes national numbers, by version. */
  nationalNumberKeys: z.record(z.string(), z.string()).default({}),
  /** The same as older stacks wrote them. */
  nationalIdKeys: z.record(z.string(), z.string()).optional(),
  /** Secret of each client persona, by its key. */
  clientSecrets: z.record(z.string(), z.string()),
});

/** Everything secret that one stack generates for itself. */
export type Secrets = Omit<Required<z.infer<typeof secretsModel>>, 'nationalIdKeys'>;

/** Reads the secrets, and generates those that are missing: all at the first start, a new member's later. */
export async function loadSecrets(
  folder: StateFolder,
  needed: { grantKeys: readonly string[]; agreementKeys: readonly string[]; clientSecrets: readonly string[] },
): Promise<Secrets> {
  const cure = 'Restore it, or start with new data and secrets: npm start -- --fresh';
  const existing = readJsonFile(folder.secrets, secretsModel, cure);
  const secrets: Secrets = {
    postgresPassword: existing?.postgresPassword ?? newSecret(),
    assertionKey: existing?.assertionKey ?? (await newPrivateKey()),
    agreementKeys: { ...(await missingAgreementKeys(needed.agreementKeys)), ...existing?.agreementKeys },
    pairwiseKey: existing?.pairwiseKey ?? newSecret(),
    signingKeys: existing?.signingKeys ?? [await newPrivateKey()],
    grantKeys: { ...missing(needed.grantKeys), ...existing?.grantKeys },
    nationalNumberKeys: { ...missing(['1']), ...existing?.nationalIdKeys, ...existing?.nationalNumberKeys },
    clientSecrets: { ...missing(needed.clientSecrets), ...existing?.clientSecrets },
  };
  if (JSON.stringify(secrets) !== JSON.stringify(existing)) writeJsonFile(folder.secrets, secrets);
  return secrets;
}

/** The public half of a private JWK. */
export function publicHalf({ d: _private, ...publicKey }: PrivateKey | AgreementKey): object {
  return publicKey;
}

/** A new Ed25519 key with an id of its own. */
export async function newPrivateKey(): Promise<PrivateKey> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(pair.privateKey)), alg: 'EdDSA', use: 'sig', kid: randomBytes(8).toString('hex') };
  return privateKey.parse(jwk);
}

/** A new X25519 key. */
export async function newAgreementKey(): Promise<AgreementKey> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  return agreementKey.parse(await exportJWK(pair.privateKey));
}

async function missingAgreementKeys(names: readonly string[]): Promise<Record<string, AgreementKey>> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await newAgreementKey()] as const)));
}

function missing(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, newSecret()]));
}

/** 32 random bytes in base64url: a key, or a password without a character that an address must escape. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
