import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The text of a file that `node --env-file` reads back as these variables. */
export function envFileText(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join('');
}

/** Writes the file for its owner alone: it holds keys and passwords. */
export function writeEnvFile(file: string, variables: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, envFileText(variables), { mode: 0o600 });
}

function quoted(name: string, value: string): string {
  const quote = ["'", '`'].find((candidate) => !value.includes(candidate));
  if (quote === undefined || value.includes('\n'))
    throw new TypeError(`${name} cannot be written to an environment file.`);
  return quote + value + quote;
}
