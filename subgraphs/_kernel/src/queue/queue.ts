import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../identifier/identifier.js';
import { runStatement } from '../statement/statement.js';
import type { JobPayload } from './job-kind.js';

export { defineJobKind, type ClaimedJob, type JobKind } from './job-kind.js';
export { QueueWorker } from './worker.js';

/** A job that is to be done once the change is there that makes it. */
export interface NewJob {
  readonly kind: string;
  readonly payload: JobPayload;
  /** While a job of this kind and key waits or runs, or was given up, another one is not made. @default none */
  readonly key?: string;
  /** When it is to be done, by the clock of the domain. @default at once */
  readonly dueAt?: Date;
  /** For whom it is done: its rows are in reach, and its officers see a job that fails. @default the member itself */
  readonly organizationId?: string;
}

/**
 * Makes a job in the transaction of the change that it follows from: it is there if and only if the change is.
 *
 * @param em in the transaction of the change
 */
export function enqueue(em: EntityManager, job: NewJob): Promise<void> {
  return enqueueAll(em, [job]);
}

/** The same of several jobs, in one statement. */
export async function enqueueAll(em: EntityManager, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await runStatement(
    em,
    `insert into job (id, kind, key, payload, due_at, organization_id)
     select id, kind, key, payload, coalesce("dueAt", app_now()), "organizationId"
       from jsonb_to_recordset(?::jsonb) as one
              (id uuid, kind text, key text, payload jsonb, "dueAt" timestamptz, "organizationId" uuid)
     on conflict do nothing`,
    [JSON.stringify(jobs.map((job) => ({ id: newId(), ...job })))],
  );
}
