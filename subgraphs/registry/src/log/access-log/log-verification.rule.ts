import { GrowingTree } from '@birlik/trust/merkle';
import type { VerificationKey } from '../../signing/statement.rule.js';
import { exportHeading, exportLine, type ExportHeading, type ExportLine } from './log-export.rule.js';
import { persons, readHead, type HeadClaims } from './log-head.rule.js';
import { hashOfBundle, hashOfLeaf, shownOf, type Leaf } from './log-leaf.rule.js';

/** What can be wrong with an export. */
export const logFaults = [
  'changed',
  'missing',
  'moved',
  'inserted',
  'foreign',
  'rewritten',
  'forged head',
  'misplaced head',
  'unsigned',
  'cut off',
] as const;
export type LogFault = (typeof logFaults)[number];

/** The first place where an export is broken. */
export interface LogBreak {
  readonly fault: LogFault;
  /** The line of the file, from 1. */
  readonly line: number;
  /** The first row of the log, from 1, that is wrong or may be. */
  readonly row: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
}

/** What came of a verification. */
export type LogVerdict =
  | {
      readonly ok: true;
      /** Whose rows the export shows; null where it shows all. */
      readonly reader: string | null;
      /** For which member it is; null where it is for a reader. */
      readonly member: string | null;
      readonly rows: number;
      readonly shown: number;
      readonly heads: number;
      /** How many of the kept heads the log agrees with: all that were given. */
      readonly kept: number;
    }
  | { readonly ok: false; readonly broken: LogBreak };

/** A head that somebody else than the registry kept, and who. */
export interface KeptHead extends HeadClaims {
  /** Such as `the head that union kept`. */
  readonly label: string;
}

/** What an export is compared with. */
export interface LogEvidence {
  readonly keys: readonly VerificationKey[];
  readonly kept: readonly KeptHead[];
}

/** A file that is no export of the log at all. */
export class NoExport extends Error {}

/** A line and its number in the file. */
type Numbered = readonly [text: string, line: number];
type Row = Extract<ExportLine, { row: number }>;

/**
 * Recomputes the tree from an export, the registry's public keys and heads that others kept, and nothing else.
 *
 * Whoever changes rows and computes all hashes anew is found by the heads, which only the registry can sign. The registry
 * itself, which can sign them anew, is found by a head that was kept elsewhere, and so is an end that was cut off.
 *
 * @throws NoExport when the lines are not those of an export
 */
export async function verifyLog(
  lines: AsyncIterable<string> | Iterable<string>,
  evidence: LogEvidence,
): Promise<LogVerdict> {
  const source = numbered(lines);
  const first = await source.next();
  const heading = exportHeading.safeParse(first.done ? null : parseJson(first.value));
  if (!heading.success) throw new NoExport('The first line is not the heading of an export of the access log.');
  const check = new TreeCheck(heading.data, evidence);
  for await (const [text, line] of source) {
    const parsed = exportLine.safeParse(parseJson([text, line]));
    if (!parsed.success) throw new NoExport(`Line ${line} is neither a row nor a head.`);
    const broken = 'head' in parsed.data ? await check.head(parsed.data.head, line) : check.row(parsed.data, line);
    if (broken === 'out of order') {
      return { ok: false, broken: await check.disorder(parsed.data as Row, line, source) };
    }
    if (broken) return { ok: false, broken };
  }
  return check.end();
}

async function* numbered(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Numbered> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text !== '') yield [text, line];
  }
}

function parseJson([text, line]: Numbered): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoExport(`Line ${line} is not JSON.`);
  }
}

class TreeCheck {
  readonly #reader: string | null;
  readonly #member: string | null;
  readonly #keys: readonly VerificationKey[];
  readonly #kept: ReadonlyMap<number, readonly KeptHead[]>;
  readonly #longest: KeptHead | null;
  readonly #tree = new GrowingTree();
  /** How many rows each reader has who is shown. */
  readonly #numbers = new Map<string, number>();
  #shown = 0;
  #heads = 0;
  #line = 1;
  /** How far the heads of the file hold, and those that were kept. */
  #signed = 0;
  #agreed = 0;

  constructor({ reader, member }: ExportHeading, { keys, kept }: LogEvidence) {
    this.#reader = reader;
    this.#member = member ?? null;
    this.#keys = keys;
    this.#kept = Map.groupBy(kept, ({ size }) => size);
    this.#longest = kept.toSorted((one, other) => other.size - one.size)[0] ?? null;
  }

  get #root(): string {
    return Buffer.from(this.#tree.root).toString('hex');
  }

  row({ row, hash, leaf, bundle = [] }: Row, line: number): LogBreak | 'out of order' | null {
    this.#line = line;
    if (row !== this.#tree.size + 1) return 'out of order';
    const hashes = [...(leaf ? [hashOfLeaf(leaf)] : []), ...bundle.map((one) => hashOfBundle(one.leaf, one))];
    if (hashes.some((made) => made?.toString('hex') !== hash)) {
      return { line, row, fault: 'changed', message: 'The row is not the one that was logged.' };
    }
    for (const shown of [...(leaf ? [leaf] : []), ...bundle.map((one) => one.leaf)]) {
      this.#shown += 1;
      const broken = this.#member === null ? this.#misnumbered(shown, { line, row }) : null;
      if (broken) return broken;
    }
    this.#tree.append(Buffer.from(hash, 'hex'));
    return this.#compareKept();
  }

  /** What is wrong with the number of a row among those of its reader; null for the one that comes next. */
  #misnumbered(leaf: Leaf, place: Pick<LogBreak, 'line' | 'row'>): LogBreak | null {
    const { organization, number } = shownOf(leaf);
    const reader = typeof organization === 'string' ? organization : persons;
    if (this.#reader !== null && reader !== this.#reader) {
      return { ...place, fault: 'foreign', message: 'The row is one of another reader.' };
    }
    const expected = (this.#numbers.get(reader) ?? 0) + 1;
    if (number !== expected) {
      const message = `The row is number ${String(number)} of its reader, and number ${expected} is not shown before it.`;
      return { ...place, fault: 'missing', message };
    }
    this.#numbers.set(reader, expected);
    return null;
  }

  /** Compares the log up to here with the heads of this size that others kept. */
  #compareKept(): LogBreak | null {
    const { size } = this.#tree;
    for (const { root, label, sub, rows } of this.#kept.get(size) ?? []) {
      if (root !== this.#root) return this.#rewritten(this.#agreed + 1, label);
      const isShown = this.#member === null && (this.#reader === null || this.#reader === sub);
      if (rows === undefined || sub === undefined || !isShown) continue;
      const shown = this.#numbers.get(sub) ?? 0;
      if (shown !== rows) {
        const message = `Up to here ${sub} has ${rows} rows, as ${label} says; ${shown} are shown.`;
        return { line: this.#line, row: this.#agreed + 1, fault: 'missing', message };
      }
    }
    if (this.#kept.has(size)) this.#agreed = size;
    return null;
  }

  async head(statement: string, line: number): Promise<LogBreak | null> {
    this.#line = line;
    const { size } = this.#tree;
    const place = { line, row: size };
    const claims = await readHead(statement, this.#keys);
    if (!claims) {
      return { ...place, fault: 'forged head', message: 'None of the keys signed this head, or not when it says.' };
    }
    if (claims.size !== size) {
      return {
        ...place,
        fault: 'misplaced head',
        message: `The head is of row ${claims.size} and stands after row ${size}.`,
      };
    }
    if (claims.root !== this.#root) return this.#rewritten(this.#signed + 1, `the head in line ${line}`);
    this.#heads += 1;
    this.#signed = size;
    return null;
  }

  /** Which row is wrong where a number is not the next one; the rest of the file tells moved from missing. */
  async disorder({ row }: Row, line: number, rest: AsyncIterable<Numbered>): Promise<LogBreak> {
    const expected = this.#tree.size + 1;
    if (row < expected) return { line, row, fault: 'inserted', message: `Row ${row} stands here a second time.` };
    for await (const [text, at] of rest) {
      const parsed = exportLine.safeParse(parseJson([text, at]));
      if (parsed.success && 'row' in parsed.data && parsed.data.row === expected) {
        const message = `Row ${row} stands where row ${expected} belongs, which stands in line ${at}.`;
        return { line, row, fault: 'moved', message };
      }
    }
    const message = `The rows ${expected} to ${row - 1} are missing before row ${row}.`;
    return { line, row: expected, fault: 'missing', message };
  }

  end(): LogVerdict {
    const { size } = this.#tree;
    const line = this.#line + 1;
    if (this.#longest && this.#longest.size > size) {
      const message = `The log goes on to row ${this.#longest.size} at least, as ${this.#longest.label} says; the export ends before.`;
      return { ok: false, broken: { fault: 'cut off', line, row: size + 1, message } };
    }
    if (this.#signed < size) {
      const message = 'No signed head covers this row and those after it: they were added, or the end was cut off.';
      return { ok: false, broken: { fault: 'unsigned', line: this.#line, row: this.#signed + 1, message } };
    }
    const kept = [...this.#kept.values()].flat().length;
    return {
      ok: true,
      reader: this.#reader,
      member: this.#member,
      rows: size,
      shown: this.#shown,
      heads: this.#heads,
      kept,
    };
  }

  #rewritten(row: number, by: string): LogBreak {
    const { size } = this.#tree;
    const message = `From row ${row} on, at the latest from row ${size} on, the log is not the one that ${by} signed: rows were changed, put in or taken out, and all hashes computed anew.`;
    return { line: this.#line, row, fault: 'rewritten', message };
  }
}
