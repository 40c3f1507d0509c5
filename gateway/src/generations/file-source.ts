import { watch, type FSWatcher } from 'node:fs';
import { lstat, readFile, readlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SupergraphError } from '../errors/supergraph-error.js';
import type { SupergraphSource } from './supergraph-source.js';

/** A file that is written in place is quiet for this long when it is complete. */
const QUIET_MS = 100;
const MAX_LINKS = 40;

/**
 * A supergraph in a file. Folders are watched and not the file: a file that is replaced by renaming is another file
 * afterwards. Where the path leads through symbolic links, as Kubernetes mounts do, the folders of all links are watched.
 */
export function fileSource(file: string): SupergraphSource {
  return {
    name: file,
    read: async () => {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new SupergraphError(`The supergraph cannot be read: the file ${file} (${code}).`, { cause: error });
      }
    },
    watch: (changed) => watchFile(file, changed),
  };
}

function watchFile(file: string, changed: () => void): () => void {
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const close = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  /** A link may lead elsewhere and a folder may be another one of the same name, so all are opened anew. */
  const reopen = async (): Promise<void> => {
    let folders = await foldersOf(file);
    for (let settled = false; !settled && !stopped;) {
      close();
      watchers = folders.flatMap((one) => open(one, onEvent));
      // A link may have changed before it was watched.
      const now = await foldersOf(file);
      settled = isDeepStrictEqual(now, folders);
      folders = now;
    }
    if (!stopped) changed();
  };
  const onEvent = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void reopen(), QUIET_MS).unref();
  };

  void reopen();
  return () => {
    stopped = true;
    clearTimeout(timer);
    close();
  };
}

/** None where the system cannot watch: the source is looked at from time to time as well. */
function open({ folder, names }: WatchedFolder, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_kind, name) => {
      if (name === null || names.has(name)) onEvent();
    });
    watcher.on('error', onEvent);
    return [watcher];
  } catch {
    return [];
  }
}

/** A folder, and the names in it whose change can make a path mean another file. */
interface WatchedFolder {
  readonly folder: string;
  readonly names: Set<string>;
}

/** The folders of all links that the path leads through, and that of the file. */
async function foldersOf(file: string): Promise<readonly WatchedFolder[]> {
  const folders = new Map<string, WatchedFolder>();
  const add = (folder: string, name: string): void => {
    // A folder that is moved away reports its own name.
    const watched = folders.get(folder) ?? { folder, names: new Set([basename(folder)]) };
    folders.set(folder, watched);
    watched.names.add(name);
  };
  let links = 0;
  /** The path without links. */
  const follow = async (path: string): Promise<string> => {
    const name = basename(path);
    if (path === dirname(path)) return path;
    const folder = await follow(dirname(path));
    const here = join(folder, name);
    const target = links < MAX_LINKS ? await readLink(here) : null;
    if (target === null) return here;
    links++;
    add(folder, name);
    return follow(resolve(folder, target));
  };
  const real = await follow(resolve(file));
  add(dirname(real), basename(real));
  return [...folders.values()];
}

async function readLink(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : null;
  } catch {
    return null;
  }
}
