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
export async function enqueue(em: EntityManager, job: NewJob): Promise<void> {
  await runStatement(
    em,
    `insert into job (id, kind, key, payload, due_at, organization_id)
     values (?, ?, ?, ?::jsonb, coalesce(?::timestamptz, app_now()), ?::uuid) on conflict do nothing`,
    [
      newId(),
      job.kind,
      job.key ?? null,
      JSON.stringify(job.payload),
      job.dueAt?.toISOString() ?? null,
      job.organizationId ?? null,
    ],
  );
}
