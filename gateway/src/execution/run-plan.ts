import type { FetchOutcome } from '../subgraph/fetch-record.js';
import type { CompiledPlan } from './compile-plan.js';
import type { Run } from './fetch.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';

/**
 * Runs the fetches of a plan, each as soon as those that it waits for are done. A fetch whose conditions do not hold is
 * done at once. Rejects only on a defect of the gateway; what subgraphs do wrong is in the running answer.
 */
export function runPlan({ tasks }: CompiledPlan, run: Run): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waitingFor = tasks.map((task) => task.after.length);
  let open = tasks.length;
  if (open === 0) resolve();

  const start = (index: number): void => {
    const task = tasks[index];
    if (task === undefined) return;
    const isLeftOut = task.conditions.some(({ variable, value }) => (run.variables[variable] === true) !== value);
    const fetch = isLeftOut ? null : task.begin(run, task.level);
    if (fetch === null) {
      finish(index);
      return;
    }
    const { request, take, miss } = fetch;
    const { record } = request;
    // One promise for each request: what follows from its end is done here and not in promises upon it.
    const end = <Result>(outcome: FetchOutcome, use: (result: Result) => void, result: Result): void => {
      if (record !== null) run.watcher?.endFetch(record, outcome);
      try {
        use(result);
        finish(index);
      } catch (error) {
        reject(error);
      }
    };
    run.ask(request).then(
      (answer) => {
        if (answer.isPlain !== true) run.isPlain = false;
        end(answer.errors.length === 0 ? 'ok' : 'errors', take, answer);
      },
      (error: unknown) => end(error instanceof SubgraphUnavailable ? error.reason : 'failed', miss, error),
    );
  };
  const finish = (index: number): void => {
    open--;
    for (const follower of tasks[index]?.before ?? []) {
      const left = (waitingFor[follower] ?? 0) - 1;
      waitingFor[follower] = left;
      if (left === 0) start(follower);
    }
    if (open === 0) resolve();
  };
  for (let index = 0; index < tasks.length; index++) if (tasks[index]?.after.length === 0) start(index);
  return promise;
}
