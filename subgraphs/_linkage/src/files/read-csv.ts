import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { parse } from 'csv-parse';

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
  /** The ids that were read so far, by source. */
  readonly seen: Map<string, Set<string>>;
}

/**
 * Reads one CSV file into the table: UTF-8 with or without a mark, any line ends, with commas, semicolons or tabs. Too few
 * cells count as empty, surplus ones are ignored, and a row whose id is missing or used gets one from its line.
 *
 * @throws LinkageError when the file can't be read or is no UTF-8, a column is missing, or a quotation is never closed
 */
export async function readCsv(input: CsvInput): Promise<void> {
  const { path, settings } = input;
  const begin = await beginning(path);
  let take: ((cells: readonly string[], line: number) => void) | null = null;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(begin),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
    onRecord: (cells: string[], { lines }) => {
      if (take === null) take = rowTaker(input, cells);
      else take(cells, lines);
      return null;
    },
  });
  try {
    await pipeline(createReadStream(path), utf8, parser.resume());
  } catch (error) {
    if (error instanceof LinkageError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new LinkageError('data', [`${path}: is not in UTF-8; save it as "CSV UTF-8"`]);
    }
    throw new LinkageError('data', [`${path}: ${(error as Error).message}`]);
  }
  if (take === null) throw new LinkageError('settings', [`${path}: is empty; the column "${settings.id}" is missing`]);
}

/** Refuses bytes that are no UTF-8: letters that were replaced would be compared as if somebody had written them. */
async function* utf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function rowTaker(input: CsvInput, header: readonly string[]): (cells: readonly string[], line: number) => void {
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

async function beginning(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new LinkageError('noInput', [
      `${path}: can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    ]);
  }
}

/** The character of three that the header has most of. */
function delimiterOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (character: string): number => header.split(character).length - 1;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
