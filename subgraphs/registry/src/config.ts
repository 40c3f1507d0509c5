import { readMemberConfig, variable, type Environment, type MemberConfig } from '@birlik/kernel/config';
import { categoryOwners } from './grant/grant-category.rule.js';

export interface Config extends MemberConfig {
  /** For each member that owns a category, the key with which its grants are signed. */
  readonly GRANT_KEYS: Readonly<Record<string, Buffer>>;
  /** The keys under which national ids are hashed, by version. */
  readonly NATIONAL_ID_KEYS: Readonly<Record<string, Buffer>>;
}

export const environment: Environment = process.env;

const { CONTACT: _registry, ...others } = categoryOwners;

/** @throws ConfigError naming every variable that is missing or wrong */
export function readConfig(from: Environment): Config {
  const own = {
    GRANT_KEYS: variable.base64urlKeys(Object.values(others)),
    NATIONAL_ID_KEYS: variable.base64urlKeyVersions,
  };
  return readMemberConfig(own, from);
}
