import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { withClient } from '../postgres/with-client.js';
import { projectRoot } from '../supervisor/layout.js';
import { createTestDatabase, startTestPostgres, type TestDatabase } from '../test-postgres.js';
import { readRecipe, takeStep } from './recipe.js';

const run = promisify(execFile);
let root: string;
let postgres: { url: string; stop(): Promise<void> };

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** This test run's environment without what vitest has put there for its own workers. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(VITEST|TEST|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR)/.test(key)),
);

/** Runs a program of the copy with Node. */
async function node(module: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const options = { cwd: root, env: { ...inherited, ...env }, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, module), ...args], options);
    return { code: 0, output: stripVTControlCharacters(`${stdout}${stderr}`) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stripVTControlCharacters(`${stdout}${stderr}`) };
  }
}

const newSubgraph = (...args: string[]): Promise<Outcome> => node('infra/bin/birlik.mjs', ['new:subgraph', ...args]);
const tests = (...args: string[]): Promise<Outcome> =>
  node('node_modules/vitest/vitest.mjs', ['run', '--project', 'unit', '--project', 'int', ...args], {
    TEST_POSTGRES_URL: postgres.url,
  });

/** The files that a commit would have. */
async function sources(folder: string): Promise<readonly string[]> {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--full-name', '-z'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\0').filter((file) => file !== '' && existsSync(join(folder, file)));
}

/** Everything that a commit would have, with its texts. */
async function state(): Promise<Record<string, string>> {
  const files = (await sources(root)).toSorted();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Copies the sources as they are, and what is built of them, to save the time of building it again. */
async function copyProject(): Promise<void> {
  const files = await sources(projectRoot);
  const packages = new Set(files.filter((file) => file.endsWith('/tsconfig.json')).map(dirname));
  const built = [...packages]
    .map((folder) => join(folder, 'dist'))
    .filter((dist) => existsSync(join(projectRoot, dist)));
  for (const path of [...files, ...built]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(projectRoot, path), join(root, path), { recursive: true, preserveTimestamps: true });
  }
  await run('git', ['init', '--quiet', '.'], { cwd: root });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'birlik-new-subgraph-'));
  postgres = await startTestPostgres();
  await copyProject();
}, 120_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true, force: true });
});

describe('a new member that cannot be added', { timeout: 180_000 }, () => {
  const name = 'blue-cross';

  it('writes nothing when its name is taken', async () => {
    const before = await state();
    const { code, output } = await newSubgraph('union');
    expect(output).toContain('"union" is a member already.');
    expect(code).toBe(1);
    expect(await state()).toEqual(before);
  });

  it('leaves the project as it was when the last step fails', async () => {
    const before = await state();
    // A folder that the contract takes for a member, but that was never built.
    const unbuilt = join(root, 'subgraphs', 'unbuilt');
    mkdirSync(unbuilt);
    try {
      const { code, output } = await newSubgraph(name);
      expect(output).toContain('unbuilt: it has not been built');
      expect(code).toBe(1);
    } finally {
      rmSync(unbuilt, { recursive: true });
    }
    expect(await state()).toEqual(before);
    expect(existsSync(join(root, 'subgraphs', name))).toBe(false);
  });

  it('leaves the project as it was when it is stopped half-way', async () => {
    const before = await state();
    const command = spawn(process.execPath, [join(root, 'infra/bin/birlik.mjs'), 'new:subgraph', name], {
      cwd: root,
      env: inherited,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => command.once('close', resolve));
    for await (const text of command.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      if (text.includes('✓ Formatting')) command.kill('SIGTERM');
    }
    expect(await ended).toBe(1);
    expect(await state()).toEqual(before);
    expect(existsSync(join(root, 'subgraphs', name))).toBe(false);
  });
});

describe('a new member with a category of its own', { timeout: 180_000 }, () => {
  const name = 'red-crescent';
  let before: Record<string, string>;
  let after: Record<string, string>;
  let added: Outcome;
  let database: TestDatabase;
  const main = `subgraphs/${name}/dist/src/member.js`;

  beforeAll(async () => {
    before = await state();
    added = await newSubgraph(name, '--category', 'HEALTH');
    after = await state();
    database = await createTestDatabase();
  }, 180_000);

  afterAll(() => database.drop());

  it('is added by one command that says what to do next', () => {
    expect(added.output).toContain(`subgraphs/${name}/README.md`);
    expect(added.code).toBe(0);
  });

  it('changes nothing but the references, the lock file, the lists of categories and purposes and the contract', () => {
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed.filter((file) => !file.startsWith(`subgraphs/${name}/`))).toEqual([
      'pnpm-lock.yaml',
      `schema/subgraphs/${name}.graphql`,
      'schema/subgraphs/registry.graphql',
      'schema/supergraph.graphql',
      'subgraphs/_trust/personal-categories.json',
      'subgraphs/_trust/purposes.json',
      'tsconfig.json',
      'tsconfig.test.json',
    ]);
    expect(Object.keys(before).filter((file) => !(file in after))).toEqual([]);
  });

  it('gets a field and an entity by the steps of CONTRIBUTING.md', async () => {
    const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    for (const step of [...readRecipe(contributing, '### A field'), ...readRecipe(contributing, '### An entity')]) {
      const path = join(root, 'subgraphs', name, step.file);
      const text = takeStep(existsSync(path) ? readFileSync(path, 'utf8') : null, step);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect((await node('node_modules/oxfmt/bin/oxfmt', [`subgraphs/${name}`])).code).toBe(0);
    const { code, output } = await node('infra/bin/birlik.mjs', ['run-built', 'gen:schema']);
    expect(code, output).toBe(0);
    const sdl = readFileSync(join(root, 'schema', 'subgraphs', `${name}.graphql`), 'utf8');
    expect(sdl).toContain('website: String');
    expect(sdl).toContain('redCrescentNotices(');
  });

  it.each([
    ['types', 'node_modules/typescript/bin/tsc', ['-b']],
    ['format', 'node_modules/oxfmt/bin/oxfmt', ['--check', `subgraphs/${name}`, 'tsconfig.json']],
    ['lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings', `subgraphs/${name}`]],
    [
      'arrows',
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      [
        '--config',
        '.dependency-cruiser.cjs',
        ...['src', 'migrations', 'seeds'].map((part) => `subgraphs/${name}/${part}`),
      ],
    ],
    ['dead code', 'node_modules/knip/bin/knip.js', ['--workspace', `subgraphs/${name}`]],
    ['contract', 'schema/dist/main.js', ['check']],
  ])('passes the check of %s', async (_title, module, args) => {
    const { code, output } = await node(module, args);
    expect(code, output).toBe(0);
  });

  it('migrates and loads its demo data on a real PostgreSQL', async () => {
    const env = { DATABASE_OWNER_URL: database.ownerUrl };
    expect(await node(main, ['migrate'], env)).toEqual({ code: 0, output: '12 migrations applied.\n' });
    expect((await node(main, ['seed', '--scale', '2'], env)).output).toContain('loaded at scale 2');
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query<{ ahead: number; open: number; reported: number }>(
        `select count(*) filter (where outcome.id is null and rank = 1)::integer as ahead,
            count(*) filter (where outcome.id is null and rank = 2)::integer as open,
            count(outcome.id)::integer as reported
          from (select id, row_number() over (partition by branch_id order by held_on desc) as rank from activity) activity
          left join outcome on outcome.activity_id = activity.id
          group by rank > 2 order by rank > 2`,
      ),
    );
    expect(rows[0]).toMatchObject({ reported: 0 });
    expect(rows[0]?.open).toBe(rows[0]?.ahead);
    expect(rows[1]).toMatchObject({ ahead: 0, open: 0, reported: (rows[0]?.open ?? 0) * 10 });
  });

  it('passes its own tests', async () => {
    const { code, output } = await tests(`subgraphs/${name}`);
    expect(code, output).toBe(0);
    expect(output).toMatch(/Test Files\s+4 passed/);
  });

  it('joins the federation, where its records are read after a consent and not before', async () => {
    const { code, output } = await node('node_modules/vitest/vitest.mjs', [
      'run',
      '--project',
      'e2e',
      `subgraphs/${name}`,
    ]);
    expect(code, output).toBe(0);
    expect(output).toMatch(/Tests\s+1 passed/);
  });

  it('has the outline of all and shares no logic with any, also when another one is added', async () => {
    const second = await newSubgraph('scouts');
    expect(second.code, second.output).toBe(0);
    const { code, output } = await tests('test/src/structure.test.ts');
    expect(code, output).toBe(0);
  });
});
