import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';

import { OperatorError } from './operator-error.js';
import { projectRoot } from './supervisor/layout.js';
import { newAgreementKey, newPrivateKey, newSecret, publicHalf, type AgreementKey } from './supervisor/secrets.js';

type Values = Readonly<Record<string, string>>;

/** Makes the value of a variable; `values` are those that stand before it in the file, `part` what its pattern took. */
type Maker = (values: Values, part: string) => string | Promise<string>;

/** How values are made, by the pattern of the variable's name. */
const makers: readonly (readonly [RegExp, Maker])[] = [
  [/^(POSTGRES_PASSWORD|(OWNER|APP)_PASSWORD_[A-Z_]+|GRANT_KEY_[A-Z_]+)$/, newSecret],
  [/^ASSERTION_KEY$/, async () => JSON.stringify(await newPrivateKey())],
  [/^AGREEMENT_KEY_([A-Z_]+)$/, async () => JSON.stringify(await newAgreementKey())],
  [
    /^AGREEMENT_PUBLIC_KEY_([A-Z_]+)$/,
    (values, member) => JSON.stringify(publicHalf(JSON.parse(values[`AGREEMENT_KEY_${member}`] ?? '') as AgreementKey)),
  ],
  [/^PAIRWISE_KEYS$/, () => JSON.stringify([{ kid: 'p1', key: newSecret() }])],
  [/^SIGNING_KEYS$/, async () => JSON.stringify([await newPrivateKey()])],
  [/^NATIONAL_NUMBER_KEYS$/, () => JSON.stringify({ 1: newSecret() })],
];

/** Variables that have another name now: what the operator wrote under the former one would stand there for nothing. */
const renamed: Values = {
  ERASURE_ISSUER: 'DISPATCH_ISSUER',
  ERASURE_CLIENT_ID: 'DISPATCH_CLIENT_ID',
  ERASURE_CLIENT_SECRET: 'DISPATCH_CLIENT_SECRET',
};

/** What became of a file of secrets; each list has names of variables. */
export interface MadeSecrets {
  readonly made: readonly string[];
  /** Those that no program can know, and that are not set yet. */
  readonly toSet: readonly string[];
}

/** The example that says which variables there are, in which order and why. */
export const exampleFile = join(projectRoot, 'infra', '.env.example');

/**
 * Writes an environment file with every key and password that production needs, for its owner alone. What the file has
 * already stays as it is, also variables that the example does not know.
 *
 * @throws OperatorError when the file that is there cannot be kept, or has a variable under its former name
 */
export async function makeSecrets(file: string): Promise<MadeSecrets> {
  const before: Values = existsSync(file) ? (parseEnv(readFileSync(file, 'utf8')) as Values) : {};
  refuseFormerNames(before, file);
  const values: Record<string, string> = {};
  const made: string[] = [];
  const toSet: string[] = [];
  const lines: string[] = [];
  for (const line of readFileSync(exampleFile, 'utf8').trimEnd().split('\n')) {
    const name = /^([A-Z][A-Z\d_]*)=/.exec(line)?.[1];
    if (name === undefined) {
      lines.push(line);
      continue;
    }
    const found = makers.find(([pattern]) => pattern.test(name));
    let value = before[name] ?? '';
    if (value === '' && found) {
      const [pattern, maker] = found;
      value = await maker(values, pattern.exec(name)?.[1] ?? '');
      made.push(name);
    } else if (value === '') {
      toSet.push(name);
    }
    values[name] = value;
    lines.push(`${name}=${value === '' ? '' : kept(name, value, file)}`);
  }
  const further = Object.entries(before).filter(([name]) => !Object.hasOwn(values, name));
  for (const [name, value] of further) lines.push(`${name}=${kept(name, value, file)}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return { made, toSet };
}

function refuseFormerNames(values: Values, file: string): void {
  const former = Object.entries(renamed).filter(([name]) => Object.hasOwn(values, name));
  if (former.length === 0) return;
  const changes = former.map(([name, now]) => `${name} is ${now} now`).join(', ');
  throw new OperatorError(`Names of variables have changed: ${changes}.`, {
    cure: `Write the new names in ${file}, then run this again.`,
  });
}

/** As Compose and Node read it back: between apostrophes everything stands for itself. */
function kept(name: string, value: string, file: string): string {
  if (!/['\n]/.test(value)) return `'${value}'`;
  throw new OperatorError(`The value of ${name} cannot be kept.`, {
    cure: `Write ${name} on one line without apostrophes in ${file}, then run this again.`,
  });
}
