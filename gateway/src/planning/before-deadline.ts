import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/**
 * Waits for work that goes on for others, but not past a deadline on the clock of `performance.now()`. Rejects with a 504
 * then; the work itself is left alone.
 */
export function beforeDeadline<T>(work: Promise<T>, deadline: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => reject(new RequestError('DEADLINE_EXCEEDED', explain('time-is-over'))),
    deadline - performance.now(),
  );
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
