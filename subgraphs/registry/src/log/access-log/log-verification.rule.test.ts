import { newId } from '@birlik/kernel/identifier';
import { newSigningKey } from '@birlik/test/testkit/grant-keys';
import { GrowingTree } from '@birlik/trust/merkle';
import { beforeAll, expect, test } from 'vitest';
import { publicHalf, signingKeys, type SigningJwk } from '../../signing/signing-jwk.rule.js';
import { createStatementSigner, type StatementSigner } from '../../signing/statement.service.js';
import type { ExportHeading, ExportLine } from './log-export.rule.js';
import { headType } from '@birlik/trust/log-head';
import { hashOfLeaf, leafOf, shownToReader, type LogRecord } from './log-leaf.rule.js';
import { NoExport, verifyLog, type KeptHead, type LogVerdict } from './log-verification.rule.js';

type Row = Extract<ExportLine, { row: number }>;

const reader = newId();
const other = newId();
const secrets = Array.from({ length: 9 }, () => newId());
/** The rows after which a head is signed. */
const signed = [3, 6, 9];
/** The rows of another reader. */
const others = [2, 8];
let signing: readonly SigningJwk[];
let signer: StatementSigner;
let lines: string[];

const recordOf = (row: number): LogRecord => ({
  id: secrets[row - 1] ?? '',
  volunteer: newId(),
  viewer: 'Nərgiz "N" \\ \u2028',
  organization: others.includes(row) ? other : reader,
  number: others.includes(row) ? others.indexOf(row) + 1 : row - others.filter((one) => one < row).length,
  ...(row % 2 === 0 ? { basis: 'consent' } : { refusal: 'no-consent' }),
  bySelf: false,
  fields: ['name', 'contact.email'],
});

const records = secrets.map((_, index) => recordOf(index + 1));

/** The lines of an export of a log of these rows, with the heads that a registry signs. */
async function exportOf(
  rows: readonly LogRecord[],
  { of = reader, by = signer }: { of?: string | null; by?: StatementSigner } = {},
): Promise<string[]> {
  const tree = new GrowingTree();
  const made: (ExportHeading | ExportLine)[] = [{ format: 'birlik-access-log', version: 2, reader: of }];
  for (const [index, record] of rows.entries()) {
    const leaf = leafOf(record, secrets[index] ?? '', new Set(shownToReader));
    const hash = hashOfLeaf(leaf);
    tree.append(hash);
    const row = { row: tree.size, hash: hash.toString('hex') };
    made.push(of === null || record['organization'] === of ? { ...row, leaf } : row);
    if (signed.includes(tree.size)) {
      const root = Buffer.from(tree.root).toString('hex');
      made.push({ head: await by.sign({ size: tree.size, root }, { typ: headType }) });
    }
  }
  return made.map((line) => JSON.stringify(line));
}

/** The heads of an export as somebody kept them. */
function keptFrom(exported: readonly string[], more: Partial<KeptHead> = {}): KeptHead[] {
  return exported.flatMap((line) => {
    const { head } = JSON.parse(line) as { head?: string };
    if (head === undefined) return [];
    const claims = JSON.parse(Buffer.from(head.split('.')[1] ?? '', 'base64url').toString()) as KeptHead;
    return [{ ...claims, label: 'the head that union kept', ...more }];
  });
}

/** What the verification says of these lines. */
function verdictOf(changed: readonly string[], kept: readonly KeptHead[] = []): Promise<LogVerdict> {
  const keys = signing.map((key) => ({ publicKey: publicHalf(key), since: new Date(0), retiredAt: null }));
  return verifyLog(changed, { keys, kept });
}

/** The line, from 1, of a row. */
const lineOf = (row: number) => 1 + row + signed.filter((head) => head < row).length;
const without = (...numbers: readonly number[]) => lines.filter((_, index) => !numbers.includes(index + 1));
const rowAt = (row: number) => JSON.parse(lines[lineOf(row) - 1] ?? '') as Row;
const edited = (row: number, edit: (row: Row) => object): string[] =>
  lines.with(lineOf(row) - 1, JSON.stringify(edit(rowAt(row))));
const changedRecords = (row: number) =>
  records.map((record, index) => (index === row - 1 ? { ...record, viewer: 'somebody else' } : record));

beforeAll(async () => {
  signing = signingKeys.parse([newSigningKey()]);
  signer = createStatementSigner(signing);
  lines = await exportOf(records);
});

test('a log that nobody touched holds, however its JSON is written, and shows the rows of its reader alone', async () => {
  const holds = { ok: true, reader, member: null, rows: 9, shown: 7, heads: 3, kept: 0 };
  expect(await verdictOf(lines)).toEqual(holds);
  const loose = lines.map((line) => JSON.stringify(JSON.parse(line), null, ' ').replaceAll('\n', ''));
  expect(await verdictOf(loose)).toEqual(holds);
  expect(await verdictOf(lines.slice(0, 1))).toMatchObject({ ok: true, rows: 0 });
  expect(await verdictOf(await exportOf(records, { of: null }))).toMatchObject({ ok: true, shown: 9 });
  expect(lines.join()).not.toContain(other);
});

test('every single change of a row that is shown is named by its line and number', async () => {
  for (const row of [1, 3, 4, 5, 6, 7, 9]) {
    const broken = { fault: 'changed', line: lineOf(row), row };
    const leaf = rowAt(row).leaf ?? {};
    const salt = leaf['viewer']?.[0] ?? '';
    for (const change of [{ viewer: [salt, 'somebody else'] }, { fields: '0'.repeat(64) }, { added: [salt, ''] }]) {
      const changed = edited(row, (line) => ({ ...line, leaf: { ...line.leaf, ...change } }));
      expect(await verdictOf(changed)).toMatchObject({ ok: false, broken });
    }
    const { viewer: _viewer, ...shorter } = leaf;
    expect(await verdictOf(edited(row, (line) => ({ ...line, leaf: shorter })))).toMatchObject({ broken });
    expect(await verdictOf(edited(row, (line) => ({ ...line, hash: '0'.repeat(64) })))).toMatchObject({ broken });
  }
});

test('a row that is not shown and was changed is found by the next head', async () => {
  const changed = edited(2, (line) => ({ ...line, hash: '0'.repeat(64) }));
  expect(await verdictOf(changed)).toMatchObject({ ok: false, broken: { fault: 'rewritten', row: 1 } });
});

test('a row that was taken out, or is not shown to its reader, is missing, with its number', async () => {
  const broken = { fault: 'missing', line: lineOf(5), row: 5 };
  expect(await verdictOf(without(lineOf(5)))).toMatchObject({ ok: false, broken });
  const hidden = edited(5, ({ row, hash }) => ({ row, hash }));
  expect(await verdictOf(hidden)).toMatchObject({ ok: false, broken: { fault: 'missing', row: 6 } });
});

test('a last row that is not shown to its reader is found by the head that the reader kept', async () => {
  const hidden = edited(9, ({ row, hash }) => ({ row, hash }));
  const kept = keptFrom(lines, { sub: reader }).slice(-1);
  const known = kept.map((head) => ({ ...head, rows: 7 }));
  expect(await verdictOf(hidden)).toMatchObject({ ok: true, shown: 6 });
  expect(await verdictOf(lines, known)).toMatchObject({ ok: true, shown: 7 });
  expect(await verdictOf(hidden, known)).toMatchObject({ ok: false, broken: { fault: 'missing' } });
});

test('rows that changed places are named where the first one stands', async () => {
  const swapped = lines.with(lineOf(4) - 1, lines[lineOf(5) - 1] ?? '').with(lineOf(5) - 1, lines[lineOf(4) - 1] ?? '');
  expect(await verdictOf(swapped)).toMatchObject({ ok: false, broken: { fault: 'moved', line: lineOf(4), row: 5 } });
});

test('a row that was put in is named, as a repetition or by the head after it', async () => {
  const twice = lines.toSpliced(lineOf(5), 0, lines[lineOf(5) - 1] ?? '');
  expect(await verdictOf(twice)).toMatchObject({ broken: { fault: 'inserted', line: lineOf(5) + 1, row: 5 } });
  const later = lines
    .slice(0, lineOf(5))
    .concat(edited(5, (line) => ({ ...line, row: 6 }))[lineOf(5) - 1] ?? '', lines.slice(lineOf(6)));
  expect(await verdictOf(later)).toMatchObject({ ok: false, broken: { row: 6 } });
});

test('rows whose hashes were computed anew are named from the last head that holds', async () => {
  const anew = await exportOf(changedRecords(5));
  const withOldHeads = anew.map((line, index) => (line.includes('"head"') ? (lines[index] ?? '') : line));
  expect(await verdictOf(withOldHeads)).toMatchObject({
    ok: false,
    broken: { fault: 'rewritten', line: lineOf(6) + 1, row: 4 },
  });
});

test('a log that the registry has rewritten and signed anew is found by heads that others kept, from which row on', async () => {
  const kept = keptFrom(lines);
  for (const row of [1, 4, 5, 9]) {
    const anew = await exportOf(changedRecords(row));
    expect(await verdictOf(anew)).toMatchObject({ ok: true });
    const from = [1, 4, 7].findLast((first) => first <= row);
    const verdict = await verdictOf(anew, kept);
    expect(verdict).toMatchObject({ ok: false, broken: { fault: 'rewritten', row: from } });
    expect(JSON.stringify(verdict)).toContain(`From row ${from} on`);
    expect(JSON.stringify(verdict)).toContain('the head that union kept');
  }
  expect(await verdictOf(lines, kept)).toMatchObject({ ok: true, kept: 3 });
});

test('a row of another reader that is shown as one’s own is named', async () => {
  const of = await exportOf(records, { of: null });
  const foreign = lines.with(lineOf(2) - 1, of[lineOf(2) - 1] ?? '');
  expect(await verdictOf(foreign)).toMatchObject({ ok: false, broken: { fault: 'foreign', line: lineOf(2), row: 2 } });
});

test('a head of another key or at another place is named', async () => {
  const at = lineOf(3) + 1;
  const stranger = createStatementSigner(signingKeys.parse([{ ...newSigningKey(), kid: signing[0]?.kid }]));
  const forged = lines.with(at - 1, (await exportOf(records, { by: stranger }))[at - 1] ?? '');
  expect(await verdictOf(forged)).toMatchObject({ broken: { fault: 'forged head', line: at, row: 3 } });
  const misplaced = lines.with(at - 1, lines[lineOf(6)] ?? '');
  expect(await verdictOf(misplaced)).toMatchObject({ broken: { fault: 'misplaced head', line: at, row: 3 } });
});

test('an end that was cut off is named: without its head at once, with its head by one that was kept', async () => {
  const broken = { fault: 'unsigned', line: lineOf(8), row: 7 };
  expect(await verdictOf(lines.slice(0, lineOf(8)))).toMatchObject({ ok: false, broken });
  const shorter = lines.slice(0, lineOf(6) + 1);
  expect(await verdictOf(shorter)).toMatchObject({ ok: true, rows: 6 });
  expect(await verdictOf(shorter, keptFrom(lines))).toMatchObject({
    broken: { fault: 'cut off', line: lineOf(6) + 2, row: 7 },
  });
});

test('what is no export is refused, with its line', async () => {
  await expect(verdictOf([])).rejects.toThrow(NoExport);
  await expect(verdictOf(['{"format":"other"}'])).rejects.toThrow('first line');
  await expect(verdictOf([...lines, 'not JSON'])).rejects.toThrow(`Line ${lines.length + 1} is not JSON`);
  await expect(verdictOf([...lines, '{}'])).rejects.toThrow(`Line ${lines.length + 1} is neither`);
});
