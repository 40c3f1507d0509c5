import { describeError, type Log } from '../log/log.js';

/** Something that listens and can be closed once; `close` ends when running requests are done or the grace is over. */
export interface Closable {
  close(graceMs: number): Promise<void>;
}

/**
 * Closes on SIGTERM and SIGINT, and when the parent that forked this process is gone, then exits with 0.
 * A second signal exits at once with 1.
 */
export function closeOnSignals(service: Closable, options: { graceMs: number; log: Log }): void {
  let closing = false;
  const close = (reason: string) => {
    if (closing) process.exit(1);
    closing = true;
    options.log.info({ reason }, 'closing');
    service.close(options.graceMs).then(
      () => process.exit(0),
      (error: unknown) => {
        options.log.error({ error: describeError(error) }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  if (process.send) process.on('disconnect', () => !closing && close('disconnect'));
}
