import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { checkKey, isKey, type FileStore, type StoredKey } from './store.js';

/** What an unfinished put is called: its key, and the process that it is of, so that others see when that is gone. */
const unfinishedName = /^[^.]+\.(?<host>.+)\.(?<pid>\d+)\.partial$/;
const nameOf = (key: string): string => `${key}.${hostname()}.${process.pid}.partial`;

/** A put on another machine that has written nothing for so long is none any more: whoever sends bytes is given less time. */
const unfinishedAfterMs = 60_000;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Makes changes of names in a folder survive a failure of power. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** The names in a folder and when each was written to last; those that go away meanwhile are left out. */
async function* namesIn(folder: string): AsyncGenerator<{ readonly name: string; readonly writtenAt: Date }> {
  const opened = await opendir(folder).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!opened) return;
  for await (const { name } of opened) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile()) yield { name, writtenAt: found.mtime };
  }
}

/** Keeps files in a folder, for its owner alone; the folder is made with the first of them. */
export function createFolderStore(folder: string): FileStore {
  const pathOf = (key: string): string => join(folder, checkKey(key));
  /** The names of this process's own puts. */
  const running = new Set<string>();

  function isLeft(name: string, writtenAt: Date): boolean {
    const { host, pid } = unfinishedName.exec(name)?.groups ?? {};
    if (host === undefined || running.has(name)) return false;
    if (host !== hostname()) return writtenAt.getTime() < Date.now() - unfinishedAfterMs;
    // A process that was started anew may have the number of the one before it.
    return Number(pid) === process.pid || !isAlive(Number(pid));
  }

  async function write(unfinished: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await syncFolder(folder);
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const name = nameOf(key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      running.add(name);
      try {
        await write(join(folder, name), path, bytes);
      } finally {
        running.delete(name);
      }
    },
    async get(key) {
      try {
        const file = await open(pathOf(key), 'r');
        return file.createReadStream();
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async delete(key) {
      try {
        await rm(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return;
        throw error;
      }
      await syncFolder(folder);
    },
    async *list(): AsyncGenerator<StoredKey> {
      for await (const { name, writtenAt } of namesIn(folder)) if (isKey(name)) yield { key: name, putAt: writtenAt };
    },
    async deleteUnfinished() {
      for await (const { name, writtenAt } of namesIn(folder)) {
        if (isLeft(name, writtenAt)) await rm(join(folder, name), { force: true });
      }
    },
  };
}
