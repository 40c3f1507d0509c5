import { variable, type Environment } from '@birlik/kernel/config';
import { readMemberConfig, type MemberConfig } from '@birlik/trust/config';

export interface Config extends MemberConfig {
  /** The key that this member shares with the registry: it proves that a grant is the registry's. */
  readonly GRANT_KEY: Buffer;
}

export const environment: Environment = process.env;

/** @throws ConfigError naming every variable that is missing or wrong */
export function readConfig(from: Environment): Config {
  return readMemberConfig({ GRANT_KEY: variable.base64urlKey }, from);
}
