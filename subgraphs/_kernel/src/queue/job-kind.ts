import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What a job is told: ids of the rows that it is about, and codes. Nothing personal, since the table of jobs is neither exported
 * nor erased.
 */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

/** A job that is being done. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: JobPayload;
  readonly organizationId: string | null;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** How jobs of one kind are done. Each may be begun several times, and its transaction takes effect once. */
export interface JobKind<Prepared = unknown> {
  readonly name: string;
  /** After how many attempts a job is given up. @default 12 */
  readonly mostAttempts?: number;
  /**
   * What has an effect outside the database, before the transaction. A process that dies after it does it again, so whoever is
   * told takes the job's id, or that of its row, as a key.
   */
  readonly prepare?: (em: EntityManager, job: ClaimedJob) => Promise<Prepared>;
  /** What changes the database, in the transaction in which the job is done. A failure undoes all of it. */
  readonly run: (em: EntityManager, job: ClaimedJob, prepared: Prepared) => Promise<void>;
}

/** Gives a kind its types; a process has kinds with different ones. */
export function defineJobKind<Prepared>(kind: JobKind<Prepared>): JobKind {
  return kind as JobKind;
}
