import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { LinkageError } from './linkage-error.js';

const chunkLength = 65_536;

/**
 * Writes lines into a file. The file appears when it is complete; a failure leaves an older one as it was.
 *
 * @throws LinkageError when the file can't be written
 */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(inChunks(lines)), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new LinkageError('cannotWrite', [`${path}: can't be written (${code})`]);
  }
}

function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
