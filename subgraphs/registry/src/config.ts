import { readEnvironment, readOwnerConfig, variable, type Environment, type OwnerConfig } from '@birlik/kernel/config';
import { readMemberConfig, type MemberConfig } from '@birlik/trust/config';
import { categoryOwners } from './decision/grant-category.rule.js';
import type { GraphClientConfig } from './erasure/graph-client.service.js';
import { signingKeys, type SigningJwk } from './signing/signing-jwk.rule.js';

export interface Config extends MemberConfig {
  /** For each member, the key with which its grants are signed and its orders of erasure sealed. */
  readonly GRANT_KEYS: Readonly<Record<string, Buffer>>;
  /** The Ed25519 keys of the registry's statements; the first one signs. */
  readonly SIGNING_KEYS: readonly SigningJwk[];
  /** The keys under which national ids are hashed, by version. */
  readonly NATIONAL_ID_KEYS: Readonly<Record<string, Buffer>>;
}

/** What the export of the access log reads. */
export interface ExportConfig extends OwnerConfig {
  readonly SIGNING_KEYS: readonly SigningJwk[];
}

export const environment: Environment = process.env;

/** @throws ConfigError naming every variable that is missing or wrong */
export function readConfig(from: Environment): Config {
  const own = {
    GRANT_KEYS: variable.base64urlKeys(categoryOwners),
    SIGNING_KEYS: variable.json(signingKeys),
    NATIONAL_ID_KEYS: variable.base64urlKeyVersions,
  };
  return readMemberConfig(own, from);
}

/** @throws ConfigError naming a variable that is missing or wrong */
export function readExportConfig(from: Environment): ExportConfig {
  return { ...readOwnerConfig(from), ...readEnvironment({ SIGNING_KEYS: variable.json(signingKeys) }, from) };
}

/** What the process that dispatches orders of erasure reads: it is a client of the gateway like any other. */
const dispatcherShape = {
  GATEWAY_URL: variable.url,
  ISSUER: variable.url,
  CLIENT_ID: variable.text,
  CLIENT_SECRET: variable.text,
};

/** @throws ConfigError naming every variable that is missing or wrong */
export function readDispatcherConfig(from: Environment): GraphClientConfig {
  return readEnvironment(dispatcherShape, from);
}
