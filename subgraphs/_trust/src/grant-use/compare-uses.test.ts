import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { compareUses, NoMemberExport } from './compare-uses.js';

const start = Date.parse('2026-11-30T08:00:00Z');
const minute = 60_000;
const salt = 'a'.repeat(32);

interface Read {
  readonly log: string;
  readonly request: string;
  readonly at: Date;
}

const read = (minutes: number): Read => ({
  log: randomUUID(),
  request: `request ${minutes}`,
  at: new Date(start + minutes * minute),
});

const use = ({ log, request, at }: Read) => ({ log, request, usedAt: at });

const rowOf = ({ log, request, at }: Read, row: number) => ({
  row,
  hash: 'f'.repeat(64),
  leaf: {
    id: [salt, log],
    category: [salt, 'study'],
    basis: [salt, 'consent'],
    request: [salt, request],
    decidedAt: [salt, at.toISOString()],
    volunteer: 'f'.repeat(64),
  },
});

/** The lines of an export of these rows, with one of others, whose head was signed after so many minutes. */
function exportOf(reads: readonly Read[], minutes: number): string[] {
  const claims = Buffer.from(JSON.stringify({ iat: start / 1000 + minutes * 60 })).toString('base64url');
  return [
    { format: 'birlik-access-log', version: 2, reader: null, member: 'university' },
    { row: 1, hash: '0'.repeat(64) },
    ...reads.map((one, index) => rowOf(one, index + 2)),
    { head: `x.${claims}.x` },
  ].map((one) => JSON.stringify(one));
}

const reads = [0, 10, 20, 30].map(read);

test('uses and rows agree, one for one', async () => {
  expect(await compareUses(exportOf(reads, 60), reads.map(use))).toEqual({
    member: 'university',
    span: { since: new Date(start), until: new Date(start + 58.5 * minute) },
    agreed: 4,
    unlogged: [],
    differing: [],
    unused: [],
  });
});

test('a use that the log leaves out is found, and one whose row is of another request', async () => {
  const [first, second, third, fourth] = reads as [Read, Read, Read, Read];
  const found = await compareUses(exportOf([first, { ...third, request: 'another' }, fourth], 60), reads.map(use));
  expect(found).toMatchObject({ agreed: 2, unlogged: [use(second)], differing: [use(third)], unused: [] });
});

test('a row that claims a read that the member never did is found', async () => {
  const claimed = read(15);
  const found = await compareUses(exportOf([...reads, claimed], 60), reads.map(use));
  expect(found.unused).toEqual([
    { row: 6, id: claimed.log, category: 'study', request: 'request 15', decidedAt: claimed.at },
  ]);
  expect(found.unlogged).toEqual([]);
});

test('what is older than the notes, or younger than the export can say, is not judged', async () => {
  const [before, late] = [read(-5), read(59)];
  const found = await compareUses(exportOf([before, ...reads], 60), [...reads, late].map(use));
  expect(found).toMatchObject({ agreed: 4, unlogged: [], unused: [] });
  const young = await compareUses(exportOf([...reads, late], 60), reads.map(use));
  expect(young.unused).toEqual([]);
  expect(await compareUses(exportOf(reads, 60), [])).toMatchObject({ span: null, agreed: 0 });
});

test.each([
  ['nothing', []],
  ['an export of a reader', [JSON.stringify({ format: 'birlik-access-log', version: 2, reader: null })]],
  ['no JSON', [...exportOf(reads, 60), '{']],
  [
    'a row that shows too little',
    [...exportOf([], 60), JSON.stringify({ row: 2, leaf: { id: [salt, randomUUID()] } })],
  ],
])('%s is no export for a member', async (_, lines) => {
  await expect(compareUses(lines, reads.map(use))).rejects.toBeInstanceOf(NoMemberExport);
});
