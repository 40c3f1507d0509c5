import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const keys = grantKeysEnvironment();
const viewer = officerViewer(createDemoData().organization('asan').id);
const organization = viewer.organizationId ?? '';
let member: TestMember;
let folder: string;
let keysFile: string;
let whole: string;

const at = (name: string) => join(folder, name);

function run(name: 'export' | 'verify', args: readonly string[], env: Record<string, string> = {}, input = '') {
  const command = fileURLToPath(new URL(`../../dist/src/command/log-${name}.command.js`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, stdout, stderr };
}

const ownerEnvironment = () => ({
  DATABASE_OWNER_URL: member.owner.options.connectionString ?? '',
  SIGNING_KEYS: keys.SIGNING_KEYS,
});

function verify(lines: readonly string[], ...more: readonly string[]) {
  writeFileSync(at('changed.jsonl'), `${lines.join('\n')}\n`);
  return run('verify', ['--in', at('changed.jsonl'), '--keys', keysFile, ...more]);
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: keys });
  const people = Array.from({ length: 8 }, (_, index) => createDemoData().person(index).id);
  await member.entities(
    people.map((id) => ({ __typename: 'Volunteer', id })),
    '{ programmeGrant }',
    { as: viewer, purpose: 'recruitment' },
  );
  folder = mkdtempSync(join(tmpdir(), 'birlik-log-'));
  const { data } = await member.query<{ signingKeys: { publicKey: string; since: string }[] }>(
    '{ signingKeys { publicKey since } }',
  );
  keysFile = at('keys.json');
  const published = data?.signingKeys.map(({ publicKey, since }) => ({ ...(JSON.parse(publicKey) as object), since }));
  writeFileSync(keysFile, JSON.stringify({ keys: published }));
  const made = run('export', ['--organization', organization, '--out', at('log.jsonl')], ownerEnvironment());
  if (made.status !== 0) throw new Error(made.stderr);
  whole = readFileSync(at('log.jsonl'), 'utf8');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await member.close();
});

test('an export verifies with the keys of the graph alone, and with the head that it ends with', () => {
  const lines = whole.trimEnd().split('\n');
  expect(verify(lines)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(`^The log holds: \\d+ rows, 8 shown \\(of ${organization}\\), `) as string,
  });
  writeFileSync(at('head.json'), lines.at(-1) ?? '');
  expect(verify(lines, '--heads', at('head.json'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 kept heads agree') as string,
  });
});

test('an export says how many rows it has', () => {
  const made = run('export', ['--organization', organization, '--out', at('again.jsonl')], ownerEnvironment());
  const told = new RegExp(`^${at('again.jsonl')}: \\d+ rows, 8 of them shown\\.\n$`);
  expect(made).toEqual({ status: 0, stdout: expect.stringMatching(told) as string, stderr: '' });
  expect(readFileSync(at('again.jsonl'), 'utf8')).toBe(whole);
});

test('an export for a member shows what was granted in its categories, and as much of it as the member knows', async () => {
  const person = createDemoData().person(0).id;
  await member.entities([{ __typename: 'Volunteer', id: person }], '{ studyGrant programmeGrant name }', {
    as: volunteerViewer(person),
    operationId: newId(),
  });
  const made = run('export', ['--member', 'university', '--out', at('member.jsonl')], ownerEnvironment());
  expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining(' 1 of them shown.') as string });
  const lines = readFileSync(at('member.jsonl'), 'utf8').trimEnd().split('\n');
  const { rows } = await member.owner.query<{ id: string; request: string }>(
    `select id, request from access_log where category = 'study' and basis is not null`,
  );
  const [row] = lines.flatMap((line) => (JSON.parse(line) as { leaf?: Record<string, unknown> }).leaf ?? []);
  const shown = Object.entries(row ?? {}).filter(([, value]) => Array.isArray(value));
  expect(Object.fromEntries(shown.map(([name, value]) => [name, (value as unknown[])[1]]))).toEqual({
    id: rows[0]?.id,
    request: rows[0]?.request,
    category: 'study',
    basis: 'self',
    decidedAt: expect.any(String) as string,
  });
  expect(lines.join()).not.toContain(person);
  expect(verify(lines).stdout).toContain('1 shown (of what was granted of university)');
  const changed = lines.map((line) => line.replace('"study"', '"service"'));
  expect(verify(changed)).toMatchObject({ status: 1, stdout: expect.stringContaining('changed') as string });
});

test('it tells nothing of what was read but the names of fields', () => {
  expect(whole).not.toContain(createDemoData().person(0).familyName);
  expect(whole).not.toContain(createDemoData().person(0).email);
});

test.each([
  ['changed', (lines: string[]) => lines.with(4, (lines[4] ?? '').replace('false', 'true'))],
  ['missing', (lines: string[]) => lines.toSpliced(4, 1)],
  ['moved', (lines: string[]) => lines.with(4, lines[5] ?? '').with(5, lines[4] ?? '')],
  ['inserted', (lines: string[]) => lines.toSpliced(4, 0, lines[3] ?? '')],
  ['forged head', (lines: string[]) => [...lines.slice(0, -1), '{"head":"e30.e30.e30"}']],
  ['unsigned', (lines: string[]) => lines.slice(0, -1)],
])('a tampered export ends with 1 and names what is %s', (fault, tamper) => {
  const lines = whole.trimEnd().split('\n');
  const changed = tamper(lines);
  const broken = verify(changed);
  expect(broken).toMatchObject({ status: 1, stderr: '' });
  expect(broken.stdout).toMatch(new RegExp(`^The log is broken: ${fault}, at line \\d+, row \\d+\\. `));
});

test('an end that is cut off with its head is found by the head that was kept, from a file or piped in', () => {
  const lines = whole.trimEnd().split('\n');
  writeFileSync(at('head.json'), lines.at(-1) ?? '');
  const cut = verify(lines.slice(0, 1), '--heads', at('head.json'));
  expect(cut).toMatchObject({ status: 1, stdout: expect.stringContaining('cut off, at line 2, row 1') as string });
  const piped = run('verify', ['--in', at('changed.jsonl'), '--keys', keysFile, '--heads', '-'], {}, lines.at(-1));
  expect(piped.stdout).toContain('cut off, at line 2, row 1');
  writeFileSync(at('head.json'), '{"head":"e30.e30.e30"}');
  expect(verify(lines, '--heads', at('head.json'))).toMatchObject({
    status: 65,
    stderr: expect.stringContaining('none of the keys signed this head') as string,
  });
});

test.each([
  ['usage: nothing given', 64, () => run('verify', [])],
  ['usage: an option that there is not', 64, () => run('verify', ['--nothing'])],
  ['a file that there is not', 66, () => run('verify', ['--in', at('none'), '--keys', keysFile])],
  ['keys that there are not', 66, () => run('verify', ['--in', at('log.jsonl'), '--keys', at('none')])],
  ['keys that are none', 65, () => run('verify', ['--in', at('log.jsonl'), '--keys', at('log.jsonl')])],
  ['an export that is none', 65, () => run('verify', ['--in', keysFile, '--keys', keysFile])],
  ['export: nobody named', 64, () => run('export', ['--out', at('x')], ownerEnvironment())],
  [
    'export: two readers named',
    64,
    () => run('export', ['--organization', newId(), '--persons', '--out', at('x')], ownerEnvironment()),
  ],
  ['export: no such member', 64, () => run('export', ['--member', 'nobody', '--out', at('x')], ownerEnvironment())],
  ['export: no id', 64, () => run('export', ['--organization', 'asan', '--out', at('x')], ownerEnvironment())],
  ['export: no environment', 78, () => run('export', ['--persons', '--out', at('x')])],
  ['export: no such folder', 73, () => run('export', ['--persons', '--out', at('none/x')], ownerEnvironment())],
])('%s ends with its own code and a sentence', (_what, status, command) => {
  const answer = command();
  expect(answer).toMatchObject({ status, stdout: '' });
  expect(answer.stderr).not.toBe('');
  expect(answer.stderr).not.toContain('    at ');
});
