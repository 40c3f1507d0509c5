/** The configuration could not be read; the message lists every failure. */
export class ConfigError extends Error {
  constructor(failures: readonly string[]) {
    super(['The configuration is not valid:', ...failures.map((failure) => `  ${failure}`)].join('\n'));
    this.name = 'ConfigError';
  }
}
