import {
  readEnvironment,
  readOwnerConfig,
  unlessEmpty,
  variable,
  type Environment,
  type OwnerConfig,
} from '@birlik/kernel/config';
import { z } from 'zod';
import { categoryOwners } from './decision/grant-category.rule.js';
import type { GraphClientConfig } from './dispatch/graph-client.service.js';
import { issuerSettings } from './membership/issuer/issuer-setting.rule.js';
import { signingKeys, type SigningJwk } from './signing/signing-jwk.rule.js';

/** What the export of the access log reads. */
export interface ExportConfig extends OwnerConfig {
  readonly SIGNING_KEYS: readonly SigningJwk[];
}

export const environment: Environment = process.env;

/** What the registry's process reads beside the variables of all members. */
export const variables = {
  /** For each member, the key with which its grants are signed and its orders of erasure encrypted. */
  GRANT_KEYS: variable.base64urlKeys(categoryOwners),
  /** The Ed25519 keys of the registry's statements; the first one signs. */
  SIGNING_KEYS: variable.json(signingKeys),
  /** The keys under which national numbers are hashed, by version. */
  NATIONAL_NUMBER_KEYS: variable.base64urlKeyVersions,
  /** How long a request for erasure can be taken back. */
  ERASURE_DELAY_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30 * 86_400)
    .default(3 * 86_400),
  /** How long the recovery of an account can be refused. */
  RECOVERY_DELAY_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(30 * 86_400)
    .default(3 * 86_400),
  /** The issuers that are admitted at the start unless the office has decided about them. */
  ADMITTED_ISSUERS: variable.json(issuerSettings).default([]),
  /** How many new versions of records each organisation may submit on one day. */
  SUBMITTED_RECORDS_OF_DAY: variable.count.default(10_000),
  /** How many accounts the subjects of one issuer may make on one day. */
  SIGN_UPS_OF_DAY: variable.count.default(10_000),
  /** How many wrong tries to claim a record a person has in a day. */
  CLAIM_TRIES_OF_DAY: variable.count.default(5),
  /** How many people each of the office looks for in a day. */
  PERSON_LOOKUPS_OF_DAY: variable.count.default(100),
  /** From whom the registry's e-mails are. */
  MAIL_FROM: variable.text.default('Birlik <birlik@localhost>'),
  /** The mail server. Unset or empty: no e-mail leaves, but for what {@link MESSAGE_FOLDER} takes. */
  MAIL_SERVER_URL: unlessEmpty(z.url({ protocol: /^smtps?$/ })),
  /** Services that take text messages, and what devices are to show. Unset or empty: those leave no other way than the folder. */
  SMS_SERVICE_URL: unlessEmpty(z.url({ protocol: /^https?$/ })),
  PUSH_SERVICE_URL: unlessEmpty(z.url({ protocol: /^https?$/ })),
  /** With what the registry signs in there. */
  MESSAGE_SERVICE_TOKEN: unlessEmpty(variable.text),
  /** Where what no server or service takes is written as files. Unset or empty: nowhere. */
  MESSAGE_FOLDER: unlessEmpty(variable.text),
  /** How many seconds pass between two bundles of what linkage left in the log. */
  LOG_BUNDLE_SECONDS: z.coerce.number().int().min(1).max(86_400).default(300),
};

/** @throws ConfigError naming a variable that is missing or wrong */
export function readExportConfig(from: Environment): ExportConfig {
  return { ...readOwnerConfig(from), ...readEnvironment({ SIGNING_KEYS: variables.SIGNING_KEYS }, from) };
}

/** What the process `dispatch` reads: it is a client of the gateway like any other. */
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
