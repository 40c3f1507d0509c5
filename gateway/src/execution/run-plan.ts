import type { CompiledPlan } from './compile-plan.js';
import type { Run } from './fetch.js';

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
    if (task.conditions.some(({ variable, value }) => (run.variables[variable] === true) !== value)) {
      finish(index);
      return;
    }
    task.run(run, task.level).then(() => finish(index), reject);
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
