import { readMemberConfig, type Environment, type MemberConfig } from '@birlik/kernel/config';

/** The center owns no personal category, so it shares no key with the registry. */
export type Config = MemberConfig;

export const environment: Environment = process.env;

/** @throws ConfigError naming every variable that is missing or wrong */
export function readConfig(from: Environment): Config {
  return readMemberConfig({}, from);
}
