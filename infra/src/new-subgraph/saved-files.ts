import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one file held, or null when it did not exist. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Remembers some files of the repository.
 *
 * @param paths files, which need not exist yet, and folders, of which the files directly inside count
 * @returns a function that gives each file its old text and removes those that have come since
 */
export function saveFiles(root: string, paths: { files: readonly string[]; folders: readonly string[] }): () => void {
  const inFolders = (): string[] =>
    paths.folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)));
  const saved = new Map([...paths.files, ...inFolders()].map((path) => [path, textOf(join(root, path))]));
  return () => {
    for (const path of new Set([...saved.keys(), ...inFolders()])) {
      const text = saved.get(path) ?? null;
      if (text === null) rmSync(join(root, path), { force: true });
      else if (text !== textOf(join(root, path))) writeFileSync(join(root, path), text);
    }
  };
}
