import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '..', '..', '..');

interface Sample {
  readonly path: string;
  readonly text: string;
}

const sample = (path: string, text: string): Sample => ({ path, text });

/** One file for each rule of this repository, which breaks it. */
const refused: readonly (Sample & { readonly rule: string })[] = [
  { rule: 'import(no-default-export)', ...sample('gateway/src/default.ts', 'export default 1;') },
  { rule: 'oxc(no-barrel-file)', ...sample('gateway/src/barrel.ts', "export * from './other.js';") },
  { rule: 'node(no-process-env)', ...sample('gateway/src/environment.ts', 'export const home = process.env.HOME;') },
  { rule: 'typescript(no-explicit-any)', ...sample('gateway/src/loose.ts', 'export const loose: any = 1;') },
  {
    rule: 'typescript(no-non-null-assertion)',
    ...sample('gateway/src/hope.ts', 'export const first = (list: string[]) => list[0]!.length;'),
  },
  {
    rule: 'typescript(ban-ts-comment)',
    ...sample('gateway/src/silence.ts', '// @ts-ignore\nexport const silence: string = 1;'),
  },
  {
    rule: 'import(extensions)',
    ...sample('gateway/src/typescript-ending.ts', "import { a } from './other.ts';\nexport const b = a;"),
  },
  { rule: 'eslint(no-console)', ...sample('gateway/src/shout.ts', "console.log('done');") },
  {
    rule: 'eslint(eqeqeq)',
    ...sample('gateway/src/equal.ts', 'export const same = (a: string, b: string) => a == b;'),
  },
  {
    rule: 'eslint(max-lines)',
    ...sample(
      'gateway/src/long.ts',
      Array.from({ length: 301 }, (_, line) => `export const line${line} = 1;`).join('\n'),
    ),
  },
  {
    rule: 'typescript(consistent-type-imports)',
    ...sample('gateway/src/erased.ts', "import { A } from './other.js';\nexport type B = A;"),
  },
  {
    rule: 'unicorn(prefer-node-protocol)',
    ...sample('gateway/src/protocol.ts', "import { join } from 'path';\nexport const path = join('a', 'b');"),
  },
  {
    rule: 'vitest(no-focused-tests)',
    ...sample(
      'gateway/src/focus.test.ts',
      "import { expect, it } from 'vitest';\nit.only('a', () => expect(1).toBe(1));",
    ),
  },
  {
    rule: 'vitest(expect-expect)',
    ...sample('gateway/src/empty.test.ts', "import { it } from 'vitest';\nit('does nothing', () => {});"),
  },
];

/** Files that look alike and are right where they stand. */
const accepted: readonly Sample[] = [
  sample('gateway/src/config/config.ts', 'export const home = process.env.HOME;'),
  sample('subgraphs/union/src/config.ts', 'export const home = process.env.HOME;'),
  sample('gateway/vite.config.ts', 'export default { port: 1 };'),
  sample('infra/bin/birlik.mjs', 'console.log(process.env.HOME);'),
  sample('gateway/src/typed.ts', "import type { A } from './other.js';\nexport type B = A;"),
];

/** Rule names by file, as the project's own configuration gives them. */
const found = new Map<string, string[]>();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-lint-'));
  for (const { path, text } of [...refused, ...accepted]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), `${text}\n`);
  }
  // The patterns of the configuration are relative to its folder, so it moves in with the samples.
  await copyFile(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  const parameters = ['--format', 'json', '.'];
  const report = await new Promise<string>((fulfil, reject) => {
    // Findings make the exit code 1, so only an answer that is missing counts as a failure.
    execFile(join(repository, 'node_modules', '.bin', 'oxlint'), parameters, { cwd: root }, (error, stdout) => {
      if (stdout === '' && error !== null) reject(error);
      else fulfil(stdout);
    });
  });
  const { diagnostics } = JSON.parse(report) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code]);
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

describe('the lint rules', () => {
  it.each(refused)('$rule refuses $path', ({ rule, path }) => {
    expect(found.get(path) ?? []).toContain(rule);
  });

  it.each(accepted)('accept $path', ({ path }) => {
    expect(found.get(path) ?? []).toEqual([]);
  });
});
