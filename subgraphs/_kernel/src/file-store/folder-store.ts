import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkKey, isKey, type FileStore, type StoredKey } from './store.js';

const partial = '.partial';

/** A put that has written nothing for so long is none any more: whoever sends bytes is given less time between them. */
const unfinishedAfterMs = 60_000;

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
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const unfinished = `${path}${partial}`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
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
        const isOld = writtenAt.getTime() < Date.now() - unfinishedAfterMs;
        if (name.endsWith(partial) && isOld) await rm(join(folder, name), { force: true });
      }
    },
  };
}
