import { open, readFile, rename, rm } from 'node:fs/promises';

/** Keeps the text of the supergraph that was served last. */
export interface LastGoodFile {
  /** Null when there is none that can be read. */
  read(): Promise<string | null>;
  /** Replaces the text as a whole: a crash leaves the old or the new one. Rejects when it cannot be written. */
  write(text: string): Promise<void>;
}

/** Readable by the gateway only: a supergraph holds the addresses of subgraphs. */
const MODE = 0o600;

/** The file at this path; the folder must exist. */
export function lastGoodFile(file: string): LastGoodFile {
  return {
    read: () => readFile(file, 'utf8').catch(() => null),
    write: async (text) => {
      const temporary = `${file}.${process.pid}.tmp`;
      // What a crash left behind may have another mode.
      await rm(temporary, { force: true });
      try {
        const handle = await open(temporary, 'wx', MODE);
        try {
          await handle.writeFile(text);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}
