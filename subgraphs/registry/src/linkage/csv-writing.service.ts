import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { stringify } from 'csv-stringify/sync';

import { LinkageError } from './linkage.errors.js';

const rowsAtOnce = 2000;

/**
 * Writes rows as a CSV file. The file appears when it is complete; a failure leaves an older one as it was.
 *
 * @throws LinkageError when the file can't be written
 */
export async function writeCsv(path: string, rows: Iterable<readonly (string | number)[]>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(inTexts(rows)), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new LinkageError('cannotWrite', [`${path}: can't be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`]);
  }
}

function* inTexts(rows: Iterable<readonly (string | number)[]>): Generator<string> {
  let batch: (readonly (string | number)[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === rowsAtOnce) {
      yield stringify(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield stringify(batch);
}
