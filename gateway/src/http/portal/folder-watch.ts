import { watch } from 'node:fs';
import type { Logger } from '../../telemetry/logger.js';

/** A build writes many files; they are read when it has been quiet this long. */
const QUIET_MS = 200;

/**
 * Has a folder read again after each change. While it cannot be read, as in the middle of a build, what was read last stays.
 *
 * @param read never runs twice at the same time
 */
export function watchFolder(folder: string, read: () => Promise<void>, logger: Logger): { close(): void } {
  let reading = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const readAgain = (): void => {
    reading = reading.then(read).then(
      () => logger.info('portal read again'),
      (error: unknown) => logger.warn({ err: error }, 'portal not read'),
    );
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(readAgain, QUIET_MS);
  });
  watcher.on('error', (error) => logger.warn({ err: error }, 'portal no longer watched'));
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
