import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signWord } from '@birlik/member-rules/word';
import { honestMembers, withReplaced } from '../member-rules/testing/honest-members.js';
import { checkContract } from './check.js';
import type { CheckResult } from './check.js';
import { contractOf, writeContract } from './generate.js';
import { printSdl } from './print-sdl.js';

const run = promisify(execFile);
const noEntries = '# Changelog\n\n## Unreleased\n\n### Breaking\n';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-check-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** Both paths are given outright, so that a surrounding git command cannot point this test at another repository. */
async function git(...parameters: readonly string[]): Promise<void> {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  await run('git', [`--git-dir=${join(root, '.git')}`, `--work-tree=${root}`, ...identity, ...parameters], {
    cwd: root,
  });
}

const shop = (fields: string): ReadonlyMap<string, string> =>
  new Map([['shop', printSdl(`type Query { "A shop." shop: Shop } "A shop." type Shop { ${fields} }`)]]);
const published = shop('"Name." name: String "Tax." tax: Int');

async function write(subgraphs: ReadonlyMap<string, string>, changelog = noEntries): Promise<void> {
  await writeContract(root, contractOf(subgraphs));
  await writeFile(join(root, 'schema', 'CHANGELOG.md'), changelog);
}

/** A repository whose main branch has the published shop, or other members. */
async function publish(members = published): Promise<void> {
  await git('init', '--quiet', '--initial-branch=main');
  await write(members);
  await git('add', '.');
  await git('commit', '--quiet', '--message=publish');
}

const failed = (results: readonly CheckResult[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    results.filter(({ problems }) => problems.length > 0).map(({ title, problems }) => [title, problems]),
  );

describe('breaking changes', () => {
  const renamed = shop('"Name." name: String "Tax." vat: Int');
  const missing = expect.stringMatching(/^Shop\.tax: .*removed/);

  it('fail the check until the changelog names their path', async () => {
    await publish();
    await write(renamed);
    expect(failed(await checkContract(root, renamed))).toEqual({ 'breaking changes': [missing, expect.any(String)] });

    await write(renamed, `${noEntries}\n- \`Shop.tax\` became \`Shop.vat\`.\n`);
    const results = await checkContract(root, renamed);
    expect(failed(results)).toEqual({});
    expect(results.at(-1)?.notes).toEqual([expect.stringMatching(/^Declared: Shop\.tax: /)]);
  });

  it('are found on a branch too, also when main has moved on', async () => {
    await publish();
    await git('checkout', '--quiet', '-b', 'rename');
    await write(renamed);
    await git('commit', '--quiet', '--all', '--message=rename');
    await git('checkout', '--quiet', 'main');
    await write(shop('"Name." name: String "Tax." tax: Int "Only on main." later: Int'));
    await git('commit', '--quiet', '--all', '--message=later');
    await git('checkout', '--quiet', 'rename');
    expect(failed(await checkContract(root, renamed))).toEqual({ 'breaking changes': [missing, expect.any(String)] });
  });

  it('do not include additions, descriptions and inaccessible fields', async () => {
    await publish();
    const grown = shop('"The name." name: String "Tax." tax: Int "New." vat: Int');
    await write(grown);
    expect(failed(await checkContract(root, grown))).toEqual({});
  });

  it('are compared with what the remote has, not with a local main that is ahead', async () => {
    await publish();
    await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    await write(renamed);
    await git('commit', '--quiet', '--all', '--message=rename');
    expect(Object.keys(failed(await checkContract(root, renamed)))).toEqual(['breaking changes']);
  });

  it('have nothing to be compared with before the first commit, and the check says so', async () => {
    await git('init', '--quiet', '--initial-branch=main');
    await write(published);
    const results = await checkContract(root, published);
    expect(failed(results)).toEqual({});
    expect(results.at(-1)?.notes).toEqual([
      'Nothing to compare with: there is no main branch with a commit in common.',
    ]);
  });

  it('have nothing to be compared with when main has no supergraph yet', async () => {
    await git('init', '--quiet', '--initial-branch=main');
    await git('commit', '--quiet', '--allow-empty', '--message=start');
    await write(published);
    const notes = (await checkContract(root, published)).at(-1)?.notes;
    expect(notes).toEqual([
      expect.stringMatching(/^Nothing to compare with: schema\/supergraph\.graphql does not exist/),
    ]);
  });
});

describe('the other questions', () => {
  it('fail on drift and name the cure', async () => {
    await publish();
    const drifted = failed(await checkContract(root, shop('"Name." name: String "Tax." tax: Int "New." vat: Int')));
    expect(Object.keys(drifted)).toEqual(['drift']);
    expect(drifted['drift']?.at(-1)).toBe('Run `npm run gen` and commit what it writes.');
  });

  it('fail on a broken rule', async () => {
    await publish();
    const undescribed = shop('"Name." name: String "Tax." tax: Int vat: Int');
    await write(undescribed);
    expect(failed(await checkContract(root, undescribed))).toEqual({
      rules: ['shop: DESCRIPTION_MISSING: Shop.vat has no description.'],
    });
  });

  it('fail on composition, and ask no further', async () => {
    const results = await checkContract(root, new Map([['shop', '"S." type Shop { "T." tax: Tax }']]));
    expect(Object.keys(failed(results))).toEqual(['composition']);
    expect(results.map(({ title }) => title)).toEqual(['rules', 'composition']);
  });
});

describe('a field that moves to another member', () => {
  const moved = new Map([
    ...withReplaced('registry', 'name: String\n    contact', 'contact'),
    [
      'university',
      `${honestMembers.get('university')} extend type Volunteer { name: String @requires(fields: "studyGrant") }`,
    ],
  ]);
  const takings = async () =>
    (await checkContract(root, moved))
      .flatMap(({ problems }) => problems)
      .filter((line) => line.includes('FIELD_TAKEN_OVER'));

  it('fails the check, whatever the changelog says, until its owner gives its word', async () => {
    await publish(honestMembers);
    await write(moved, `${noEntries}\n- \`Volunteer.name\` moves to the university.\n`);
    expect(await takings()).toEqual([expect.stringMatching(/^university: FIELD_TAKEN_OVER: Volunteer\.name /)]);

    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const word = { owner: 'registry', member: 'university', place: 'Volunteer.name', code: 'FIELD_TAKEN_OVER' };
    const words = [await signWord(word, privateKey.export({ format: 'jwk' }))];
    const keys = { registry: publicKey.export({ format: 'jwk' }) };
    await writeFile(join(root, 'schema', 'words.json'), JSON.stringify({ keys, words }));
    expect(await takings()).toEqual([]);
  });

  it('fails the check as a whole when a word is not its owner’s', async () => {
    await publish(honestMembers);
    const [owner, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const word = { owner: 'registry', member: 'university', place: 'Volunteer.name', code: 'FIELD_TAKEN_OVER' };
    const words = [await signWord(word, other.privateKey.export({ format: 'jwk' }))];
    const keys = { registry: owner.publicKey.export({ format: 'jwk' }) };
    await writeFile(join(root, 'schema', 'words.json'), JSON.stringify({ keys, words }));
    await expect(checkContract(root, moved)).rejects.toThrow('The word 1 is not valid');
  });
});
