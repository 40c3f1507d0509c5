import { randomUUID } from 'node:crypto';
import { constants, createWriteStream, renameSync, rmSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { LinkageError, systemFault } from './linkage-error.js';

export interface OutputFile {
  readonly path: string;
  readonly lines: Iterable<string>;
}

const chunkLength = 65_536;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes files. They appear together, when all are complete; a failure or a signal leaves older ones as they were, and
 * nothing else.
 *
 * @throws LinkageError when one can't be written
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const parts: { readonly path: string; readonly part: string; readonly target: string }[] = [];
  const removeParts = (): void => {
    for (const { part } of parts) rmSync(part, { force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    removeParts();
    for (const one of signals) process.removeListener(one, stop);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  let current = '';
  try {
    for (const { path, lines } of files) {
      current = path;
      const target = await realpath(path).catch(() => path);
      const mode = await stat(target).then(
        (old) => old.mode & 0o777,
        () => 0o666,
      );
      const part = join(dirname(target), `.${randomUUID()}.part`);
      parts.push({ path, part, target });
      await pipeline(Readable.from(inChunks(lines)), createWriteStream(part, { flags: 'wx', mode, flush: true }));
    }
    // All in one turn: no signal comes between.
    for (const { path, part, target } of parts) {
      current = path;
      renameSync(part, target);
    }
  } catch (error) {
    removeParts();
    throw cannotWrite(current, error);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}

/**
 * Finds out before the work whether a file can be written at a path.
 *
 * @throws LinkageError when it can't
 */
export async function checkWritable(path: string): Promise<void> {
  try {
    const old = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const isFolder = old?.isDirectory() ?? path.endsWith(sep);
    if (isFolder || old?.isFile() === false) {
      const what = isFolder ? 'a folder' : 'no ordinary file';
      throw new LinkageError('cannotWrite', [`${path}: can't be written, as it is ${what}`]);
    }
    if (old !== null) await access(path, constants.W_OK);
    await access(dirname(old === null ? path : await realpath(path)), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): unknown {
  const fault = systemFault(error);
  return fault === null ? error : new LinkageError('cannotWrite', [`${path}: can't be written: ${fault}`]);
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
