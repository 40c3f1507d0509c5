import { verifyStatement, type VerificationKey } from '../../signing/statement.rule.js';
import {
  exportHeading,
  exportLine,
  genesis,
  headClaims,
  headType,
  personsChain,
  rowHash,
  type ExportLine,
  type HeadClaims,
} from './log-chain.rule.js';

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
  /** The number of the row in its chain; null when the file does not say. */
  readonly sequence: number | null;
  /** The row's id; null when the row is not there. */
  readonly id: string | null;
  /** What is wrong, as a sentence. */
  readonly message: string;
}

/** What came of a verification. */
export type LogVerdict =
  | {
      readonly ok: true;
      readonly chain: string;
      readonly rows: number;
      readonly heads: number;
      readonly head: HeadClaims | null;
    }
  | { readonly ok: false; readonly broken: LogBreak };

/** A file that is no export of the log at all. */
export class NoExport extends Error {}

/** A line and its number in the file. */
type Numbered = readonly [text: string, line: number];
type Row = Extract<ExportLine, { record: object }>;
interface Place {
  readonly line: number;
  readonly sequence: number;
  readonly id: string;
}

/**
 * Recomputes a chain from its export and the registry's public keys, and nothing else.
 *
 * Whoever changes rows and computes all hashes anew is found by the heads, which only the registry can sign; whoever
 * leaves out the end together with its heads is found by a head that was kept elsewhere.
 *
 * @param options.known a head that was read before, which the export must contain
 * @throws NoExport when the lines are not those of an export
 */
export async function verifyLog(
  lines: AsyncIterable<string> | Iterable<string>,
  options: { readonly keys: readonly VerificationKey[]; readonly known: HeadClaims | null },
): Promise<LogVerdict> {
  const source = numbered(lines);
  const first = await source.next();
  const heading = exportHeading.safeParse(first.done ? null : parseJson(first.value));
  if (!heading.success) throw new NoExport('The first line is not the heading of an export of the access log.');
  const chain = new ChainCheck(heading.data.chain, options);
  if (options.known && options.known.sub !== heading.data.chain) {
    throw new NoExport(`The known head is of the chain ${options.known.sub}, the export of ${heading.data.chain}.`);
  }
  for await (const [text, line] of source) {
    const parsed = exportLine.safeParse(parseJson([text, line]));
    if (!parsed.success) throw new NoExport(`Line ${line} is neither a row nor a head.`);
    const broken = 'head' in parsed.data ? await chain.head(parsed.data.head, line) : chain.row(parsed.data, line);
    if (broken === 'out of order') {
      return { ok: false, broken: await chain.disorder(parsed.data as Row, line, source) };
    }
    if (broken) return { ok: false, broken };
  }
  return chain.end();
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

class ChainCheck {
  readonly #chain: string;
  readonly #keys: readonly VerificationKey[];
  readonly #known: HeadClaims | null;
  #hash = genesis;
  #rows = 0;
  #heads = 0;
  #line = 1;
  #head: HeadClaims | null = null;
  /** The first row since the last head. */
  #unsigned: Place | null = null;

  constructor(chain: string, options: { keys: readonly VerificationKey[]; known: HeadClaims | null }) {
    this.#chain = chain;
    this.#keys = options.keys;
    this.#known = options.known;
  }

  row({ sequence, hash, record }: Row, line: number): LogBreak | 'out of order' | null {
    this.#line = line;
    if (sequence !== this.#rows + 1) return 'out of order';
    const place = { line, sequence, id: record.id };
    if (rowHash(this.#hash, record) !== hash) {
      const message =
        'The row is not the one that was logged after the row before it: it was changed, or one was put in or taken out.';
      return { ...place, fault: 'changed', message };
    }
    if ((record.organization ?? personsChain) !== this.#chain) {
      return { ...place, fault: 'foreign', message: 'The row belongs to the chain of another organisation.' };
    }
    this.#rows = sequence;
    this.#hash = hash;
    this.#unsigned ??= place;
    if (this.#known?.sequence === sequence && this.#known.hash !== hash) return this.#rewritten('the known head');
    return null;
  }

  async head(token: string, line: number): Promise<LogBreak | null> {
    this.#line = line;
    const place = { line, sequence: this.#rows, id: null };
    const claims = headClaims.safeParse(await verifyStatement(token, { typ: headType, keys: this.#keys }));
    if (!claims.success) {
      return { ...place, fault: 'forged head', message: 'None of the keys signed this head, or not when it says.' };
    }
    const { sub, sequence, hash } = claims.data;
    if (sub !== this.#chain || sequence !== this.#rows) {
      const message = `The head is of row ${sequence} of the chain ${sub} and stands after row ${this.#rows}.`;
      return { ...place, fault: 'misplaced head', message };
    }
    if (hash !== this.#hash) return this.#rewritten(`the head in line ${line}`);
    this.#heads += 1;
    this.#head = claims.data;
    this.#unsigned = null;
    return null;
  }

  /** Which row is wrong where a number is not the next one; the rest of the file tells moved from missing. */
  async disorder(row: Row, line: number, rest: AsyncIterable<Numbered>): Promise<LogBreak> {
    const expected = this.#rows + 1;
    const place = { line, sequence: row.sequence, id: row.record.id };
    if (row.sequence < expected) {
      return { ...place, fault: 'inserted', message: `Row ${row.sequence} stands here a second time.` };
    }
    for await (const [text, at] of rest) {
      const parsed = exportLine.safeParse(parseJson([text, at]));
      if (parsed.success && 'record' in parsed.data && parsed.data.sequence === expected) {
        const message = `Row ${row.sequence} stands where row ${expected} belongs, which stands in line ${at}.`;
        return { ...place, fault: 'moved', message };
      }
    }
    const message = `The rows ${expected} to ${row.sequence - 1} are missing before row ${row.sequence}.`;
    return { line, sequence: expected, id: null, fault: 'missing', message };
  }

  end(): LogVerdict {
    if (this.#known && this.#known.sequence > this.#rows) {
      const message = `The log goes on to row ${this.#known.sequence} at least, as the known head says; the export ends before.`;
      return this.#broken({ fault: 'cut off', line: this.#line + 1, sequence: this.#rows + 1, id: null, message });
    }
    if (this.#unsigned) {
      const message = 'No signed head covers this row and those after it: they were added, or the end was cut off.';
      return this.#broken({ ...this.#unsigned, fault: 'unsigned', message });
    }
    return { ok: true, chain: this.#chain, rows: this.#rows, heads: this.#heads, head: this.#head };
  }

  #rewritten(by: string): LogBreak {
    const place = this.#unsigned ?? { line: this.#line, sequence: this.#rows, id: null };
    const message = `The rows ${place.sequence} to ${this.#rows} are not those that ${by} signed: their hashes were computed anew.`;
    return { ...place, fault: 'rewritten', message };
  }

  #broken(broken: LogBreak): LogVerdict {
    return { ok: false, broken };
  }
}
