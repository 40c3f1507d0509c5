import { newId } from '@birlik/kernel/identifier';
import { newSigningKey } from '@birlik/test/testkit/grant-keys';
import { beforeAll, expect, test } from 'vitest';
import { publicHalf, signingKeys, type SigningJwk } from '../../signing/signing-jwk.rule.js';
import { createStatementSigner, type StatementSigner } from '../../signing/statement.service.js';
import { genesis, headType, rowHash, type ExportLine, type HeadClaims, type LogRecord } from './log-chain.rule.js';
import { NoExport, verifyLog, type LogVerdict } from './log-verification.rule.js';

const chain = newId();
const ids = Array.from({ length: 9 }, () => newId());
/** The rows after which a head is signed. */
const signed = [3, 6, 9];
let signing: readonly SigningJwk[];
let signer: StatementSigner;
let lines: string[];

const recordOf = (index: number): LogRecord => ({
  id: ids[index] ?? '',
  viewer: 'Nərgiz "N" \\ \u2028',
  organization: chain,
  basis: index % 2 === 0 ? 'consent' : null,
  bySelf: false,
  fields: ['name', 'contact.email'],
});

async function headOf(sequence: number, hash: string, of = chain, by = signer): Promise<string> {
  return by.sign({ sub: of, sequence, hash }, { typ: headType });
}

/** The lines of a chain of these rows, with the heads that a registry signs. */
async function chainOf(records: readonly LogRecord[], heads = true): Promise<string[]> {
  let hash = genesis;
  const made: (ExportLine | object)[] = [{ format: 'birlik-access-log', version: 1, chain }];
  for (const [index, record] of records.entries()) {
    hash = rowHash(hash, record);
    made.push({ sequence: index + 1, hash, record });
    if (heads && signed.includes(index + 1)) made.push({ head: await headOf(index + 1, hash) });
  }
  return made.map((line) => JSON.stringify(line));
}

/** What the verification says of these lines. */
function verdictOf(changed: readonly string[], known: HeadClaims | null = null): Promise<LogVerdict> {
  const keys = signing.map((key) => ({ publicKey: publicHalf(key), since: new Date(0), retiredAt: null }));
  return verifyLog(changed, { keys, known });
}

/** The line, from 1, of a row. */
const lineOf = (sequence: number) => 1 + sequence + signed.filter((row) => row < sequence).length;

function edited(sequence: number, edit: (row: Extract<ExportLine, { record: object }>) => object): string[] {
  return lines.with(lineOf(sequence) - 1, JSON.stringify(edit(JSON.parse(lines[lineOf(sequence) - 1] ?? ''))));
}

const without = (...numbers: readonly number[]) => lines.filter((_, index) => !numbers.includes(index + 1));

beforeAll(async () => {
  signing = signingKeys.parse([newSigningKey()]);
  signer = createStatementSigner(signing);
  lines = await chainOf(ids.map((_, index) => recordOf(index)));
});

test('a log that nobody touched holds, however its JSON is written', async () => {
  expect(await verdictOf(lines)).toMatchObject({ ok: true, chain, rows: 9, heads: 3 });
  const loose = lines.map((line) => JSON.stringify(JSON.parse(line), null, ' ').replaceAll('\n', ''));
  expect(await verdictOf(loose)).toMatchObject({ ok: true, rows: 9 });
  expect(await verdictOf(lines.slice(0, 1))).toMatchObject({ ok: true, rows: 0, head: null });
});

test('every single change of a row is named by its line, number and id', async () => {
  for (const [index] of ids.entries()) {
    const sequence = index + 1;
    const place = { fault: 'changed', line: lineOf(sequence), sequence, id: ids[sequence - 1] };
    for (const change of [{ viewer: 'somebody else' }, { basis: 'owner' }, { fields: ['name'] }, { added: '' }]) {
      const changed = edited(sequence, (row) => ({ ...row, record: { ...row.record, ...change } }));
      expect(await verdictOf(changed)).toMatchObject({ ok: false, broken: place });
    }
    const { viewer: _viewer, ...shorter } = recordOf(sequence - 1);
    expect(await verdictOf(edited(sequence, (row) => ({ ...row, record: shorter })))).toMatchObject({ broken: place });
    const other = edited(sequence, (row) => ({ ...row, hash: genesis }));
    expect(await verdictOf(other)).toMatchObject({ broken: place });
  }
});

test('a row that was taken out is missing, with its number', async () => {
  const broken = { fault: 'missing', line: lineOf(5), sequence: 5, id: null };
  expect(await verdictOf(without(lineOf(5)))).toMatchObject({ ok: false, broken });
});

test('rows that changed places are named where the first one stands', async () => {
  const swapped = lines.with(lineOf(4) - 1, lines[lineOf(5) - 1] ?? '').with(lineOf(5) - 1, lines[lineOf(4) - 1] ?? '');
  const broken = { fault: 'moved', line: lineOf(4), sequence: 5, id: ids[4] };
  expect(await verdictOf(swapped)).toMatchObject({ ok: false, broken });
});

test('a row that was put in is named, as a repetition or as one that does not follow', async () => {
  const twice = lines.toSpliced(lineOf(5), 0, lines[lineOf(5) - 1] ?? '');
  const repeated = { fault: 'inserted', line: lineOf(5) + 1, sequence: 5, id: ids[4] };
  expect(await verdictOf(twice)).toMatchObject({ ok: false, broken: repeated });
  const record = { ...recordOf(0), id: newId() };
  const strange = lines.toSpliced(lineOf(5) - 1, 0, JSON.stringify({ sequence: 5, hash: genesis, record }));
  const put = { fault: 'changed', line: lineOf(5), sequence: 5, id: record.id };
  expect(await verdictOf(strange)).toMatchObject({ ok: false, broken: put });
});

test('rows whose hashes were computed anew are named from the last head that holds', async () => {
  const records = ids.map((_, index) => (index === 4 ? { ...recordOf(index), basis: 'owner' } : recordOf(index)));
  const anew = await chainOf(records);
  const withOldHeads = anew.map((line, index) => (line.includes('"head"') ? (lines[index] ?? '') : line));
  const broken = { fault: 'rewritten', line: lineOf(4), sequence: 4, id: ids[3] };
  expect(await verdictOf(withOldHeads)).toMatchObject({ ok: false, broken });
});

test('a row of another organisation’s chain is named', async () => {
  const records = ids.map((_, index) =>
    index === 1 ? { ...recordOf(index), organization: newId() } : recordOf(index),
  );
  const broken = { fault: 'foreign', line: lineOf(2), sequence: 2, id: ids[1] };
  expect(await verdictOf(await chainOf(records))).toMatchObject({ ok: false, broken });
});

test('a head of another key, of another chain or at another place is named', async () => {
  const at = lineOf(3) + 1;
  const hash = (JSON.parse(lines[lineOf(3) - 1] ?? '') as { hash: string }).hash;
  const replaced = (head: string) => lines.with(at - 1, JSON.stringify({ head }));
  const stranger = signingKeys.parse([{ ...newSigningKey(), kid: signing[0]?.kid }]);
  const forged = await headOf(3, hash, chain, createStatementSigner(stranger));
  expect(await verdictOf(replaced(forged))).toMatchObject({ broken: { fault: 'forged head', line: at, sequence: 3 } });
  const misplaced = { fault: 'misplaced head', line: at, sequence: 3 };
  expect(await verdictOf(replaced(await headOf(3, hash, newId())))).toMatchObject({ broken: misplaced });
  expect(await verdictOf(replaced(await headOf(6, hash)))).toMatchObject({ broken: misplaced });
});

test('an end that was cut off is named: without its head at once, with its head by one that was kept', async () => {
  const broken = { fault: 'unsigned', line: lineOf(7), sequence: 7, id: ids[6] };
  expect(await verdictOf(lines.slice(0, lineOf(8)))).toMatchObject({ ok: false, broken });
  const whole = await verdictOf(lines);
  const known = whole.ok ? whole.head : null;
  const shorter = lines.slice(0, lineOf(6) + 1);
  expect(await verdictOf(shorter)).toMatchObject({ ok: true, rows: 6 });
  expect(await verdictOf(shorter, known)).toMatchObject({
    broken: { fault: 'cut off', line: lineOf(6) + 2, sequence: 7 },
  });
  expect(await verdictOf(lines, known)).toMatchObject({ ok: true });
});

test('a chain that the registry signed anew is found by a head that was kept', async () => {
  const whole = await verdictOf(lines);
  const records = ids.map((_, index) => (index === 4 ? { ...recordOf(index), basis: 'owner' } : recordOf(index)));
  const anew = await chainOf(records);
  expect(await verdictOf(anew)).toMatchObject({ ok: true });
  const broken = { fault: 'rewritten', sequence: 7 };
  expect(await verdictOf(anew, whole.ok ? whole.head : null)).toMatchObject({ ok: false, broken });
});

test('what is no export is refused, with its line', async () => {
  await expect(verdictOf([])).rejects.toThrow(NoExport);
  await expect(verdictOf(['{"format":"other"}'])).rejects.toThrow('first line');
  await expect(verdictOf([...lines, 'not JSON'])).rejects.toThrow(`Line ${lines.length + 1} is not JSON`);
  await expect(verdictOf([...lines, '{}'])).rejects.toThrow(`Line ${lines.length + 1} is neither`);
  await expect(verdictOf(lines, { sub: newId(), sequence: 1, hash: genesis })).rejects.toThrow('known head');
});
