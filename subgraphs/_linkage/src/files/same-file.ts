import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A file that a command is given, and the option that names it. */
export interface NamedFile {
  readonly option: string;
  readonly path: string;
}

/**
 * The first two of the files that are one, over links and other ways to write a path too; null where all differ. Names
 * that differ in nothing but case count as one, as they are on some disks.
 */
export async function sameFiles(files: readonly NamedFile[]): Promise<readonly [NamedFile, NamedFile] | null> {
  const known = new Map<string, NamedFile>();
  for (const file of files) {
    const marks = await marksOf(file.path);
    const same = marks.map((mark) => known.get(mark)).find((one) => one !== undefined);
    if (same !== undefined) return [same, file];
    for (const mark of marks) known.set(mark, file);
  }
  return null;
}

/** Texts of which two paths to one file share one: its number on the disk, and its place. */
async function marksOf(path: string): Promise<readonly string[]> {
  const number = await stat(path, { bigint: true }).then(
    ({ dev, ino }) => [`${dev}:${ino}`],
    () => [],
  );
  return [...number, (await placeOf(resolve(path))).normalize('NFC').toLowerCase()];
}

/** Where a path leads, or would lead if there were a file. */
async function placeOf(path: string): Promise<string> {
  const folder = dirname(path);
  return realpath(path).catch(async () => join(await realpath(folder).catch(() => folder), basename(path)));
}
