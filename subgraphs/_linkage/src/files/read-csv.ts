import { open } from 'node:fs/promises';

import { CsvError, parse } from 'csv-parse/sync';

import { LinkageError } from './linkage-error.js';
import type { LinkageSettings } from '../link/settings.js';
import type { RecordTableBuilder } from '../table/record-table.js';

export interface CsvInput {
  readonly path: string;
  /** The source of the records, unless a column of the settings names it. */
  readonly source: string;
  readonly settings: LinkageSettings;
  readonly builder: RecordTableBuilder;
  /** Told of each row that is not as it should be. Such a row is linked all the same. */
  readonly report: (fault: string) => void;
  /** Told of each row that is left out, as nobody can tell what it says. */
  readonly leaveOut: (fault: string) => void;
  /** The ids that were read so far, by source. */
  readonly seen: Map<string, Set<string>>;
}

type Take = (cells: readonly string[], line: number) => void;

/** So many lines are parsed at once. */
const linesAtOnce = 1_000;
/** A row of more lines than these is none: a quotation was never closed. */
const mostLines = 10;

/**
 * Reads one CSV file into the table: UTF-8 with or without a mark, any line ends, with commas, semicolons or tabs. Too few
 * cells count as empty, surplus ones are ignored, and a row whose id is missing or used gets one from its line. A line whose
 * quotation is never closed, or which is no UTF-8, is left out, and the lines after it are read.
 *
 * @throws LinkageError when the file can't be read, its header is broken or no UTF-8, or a column is missing
 */
export async function readCsv(input: CsvInput): Promise<void> {
  const { path, settings } = input;
  let rows: Rows | null = null;
  let number = 0;
  try {
    const file = await open(path);
    for await (const line of file.readLines({ encoding: 'utf8' })) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (rows) rows.add(text);
      else if (text !== '') rows = new Rows(input, text, number + 1);
    }
  } catch (error) {
    if (error instanceof LinkageError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new LinkageError('noInput', [`${path}: can't be read (${code})`]);
  }
  if (rows === null) throw new LinkageError('settings', [`${path}: is empty; the column "${settings.id}" is missing`]);
  rows.end();
}

/** Whether bytes were no UTF-8: letters that were replaced would be compared as if somebody had written them. */
const isGarbled = (text: string): boolean => text.includes('\uFFFD');

/** The rows of one file, from its lines. */
class Rows {
  readonly #input: CsvInput;
  readonly #delimiter: string;
  readonly #columns: number;
  readonly #take: Take;
  #lines: string[] = [];
  /** The number in the file of the first line that waits. */
  #first: number;

  constructor(input: CsvInput, header: string, first: number) {
    const { path } = input;
    if (isGarbled(header)) throw new LinkageError('data', [`${path}: is not in UTF-8; save it as "CSV UTF-8"`]);
    this.#input = input;
    this.#first = first;
    this.#delimiter = delimiterOf(header);
    const columns = this.#parsed(header, { relaxQuotes: true });
    if (columns === 'open')
      throw new LinkageError('data', [`${path}: its header has a quotation mark that is not closed`]);
    this.#columns = columns?.[0]?.length ?? 0;
    this.#take = rowTaker(input, columns?.[0] ?? []);
  }

  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length >= linesAtOnce) this.#read(mostLines);
  }

  end(): void {
    this.#read(0);
  }

  /** Reads the lines that wait, unless so many at the end belong to a row with lines to come. */
  #read(mostLeft: number): void {
    const lines = this.#lines;
    const rows = this.#parsed(lines.join('\n'), { relaxQuotes: true });
    const places = lines.flatMap((line, at) => (line === '' ? [] : [at]));
    let at = 0;
    if (Array.isArray(rows) && rows.length === places.length) {
      // Each line is a row.
      for (const [place, cells] of rows.entries()) this.#keep(cells, places[place] ?? 0, 1);
      at = lines.length;
    }
    while (at < lines.length - mostLeft) at += this.#readRow(at);
    this.#first += at;
    this.#lines = lines.slice(at);
  }

  /** Reads the row that begins at this line from as few lines as make it whole, or leaves the line out; gives how many it took. */
  #readRow(at: number): number {
    for (let count = 1; count <= mostLines && at + count <= this.#lines.length; count += 1) {
      const text = this.#lines.slice(at, at + count).join('\n');
      const rows = this.#parsed(text, { relaxQuotes: count === 1 });
      if (rows === null) break;
      if (rows === 'open') continue;
      const [cells] = rows;
      if (count > 1 && cells?.length !== this.#columns) break;
      if (cells) this.#keep(cells, at, count);
      return count;
    }
    this.#leaveOut(at, 'has a quotation mark that is not closed');
    return 1;
  }

  /** The rows of a text; `open` when a quotation is not closed at its end, null when one is broken otherwise. */
  #parsed(text: string, { relaxQuotes }: { readonly relaxQuotes: boolean }): string[][] | 'open' | null {
    try {
      const delimiter = this.#delimiter;
      return parse(text, { delimiter, relaxColumnCount: true, relaxQuotes, skipEmptyLines: true, trim: true });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : null;
    }
  }

  #keep(cells: readonly string[], at: number, count: number): void {
    if (this.#lines.slice(at, at + count).some(isGarbled)) this.#leaveOut(at, 'has bytes that are no UTF-8');
    else this.#take(cells, this.#first + at);
  }

  #leaveOut(at: number, why: string): void {
    this.#input.leaveOut(`${this.#input.path}, line ${this.#first + at}: ${why}; it is left out`);
  }
}

function rowTaker(input: CsvInput, header: readonly string[]): Take {
  const { path, settings, builder, report, seen } = input;
  const wanted = [settings.id, ...(settings.source === undefined ? [] : [settings.source]), ...builder.columns];
  const missing = [...new Set(wanted)].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new LinkageError(
      'settings',
      missing.map((column) => `${path}: the column "${column}" is missing; there are ${header.join(', ')}`),
    );
  }
  const idAt = header.indexOf(settings.id);
  const sourceAt = settings.source === undefined ? -1 : header.indexOf(settings.source);
  const places = builder.columns.map((column) => header.indexOf(column));
  return (cells, line) => {
    if (cells.length !== header.length) {
      report(`${path}, line ${line}: ${cells.length} cells instead of ${header.length}`);
    }
    const source = (sourceAt < 0 ? '' : (cells[sourceAt] ?? '')) || input.source;
    const ids = seen.get(source) ?? new Set();
    seen.set(source, ids);
    const given = cells[idAt] ?? '';
    const isFine = given !== '' && !ids.has(given);
    const id = isFine ? given : `${given}#${input.source}:${line}`;
    if (!isFine)
      report(
        `${path}, line ${line}: the id ${given === '' ? 'is missing' : `"${given}" is used before`}; it becomes "${id}"`,
      );
    ids.add(id);
    builder.add({ source, id, cells: places.map((place) => cells[place] ?? '') });
  };
}

/** The character of three that the header has most of. */
function delimiterOf(header: string): string {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (character: string): number => unquoted.split(character).length - 1;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
