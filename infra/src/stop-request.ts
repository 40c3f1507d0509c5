/** A request to stop this process: a signal, or the end of the command that started it. */
export interface StopRequest {
  /** Aborted by the first request, with an error that says where it came from. */
  readonly signal: AbortSignal;
  /** Resolves at the first request. */
  readonly made: Promise<void>;
}

/** Listens for requests to stop. Further ones are ignored: a Ctrl-C arrives once from the terminal and once from npm. */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  const made = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(new Error(`Stopped by ${name}.`)));
  }
  process.once('disconnect', () => controller.abort(new Error('Stopped, as the command that started it is gone.')));
  return { signal: controller.signal, made };
}
