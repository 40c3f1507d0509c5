import type { Job } from '@birlik/kernel/jobs';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How many days the notes of used grants are there at least, whatever a process is told. */
export const leastUseDays = 30;

/** How often notes are deleted that are older than the process was told to keep them. */
const forgetEveryMs = 60 * 60 * 1000;

/** Deletes the notes of grants that were used longer ago. */
export function forgetUses(days: number): Job {
  return {
    name: 'forget used grants',
    pauseMs: forgetEveryMs,
    run: async (em) =>
      void (await em.execute(`delete from grant_use where used_at < now() - ? * interval '1 day'`, [days])),
  };
}

/** That a member used a grant. */
export interface GrantUse {
  /** The row of the registry's log that was written with the grant. */
  readonly log: string;
  /** The request for which it was used first. */
  readonly request: string;
  readonly usedAt: Date;
}

/** All uses of grants that are noted, the oldest first. */
export async function readUses(em: EntityManager): Promise<GrantUse[]> {
  const rows = await em.execute<{ log: string; request: string; usedAt: string }[]>(
    'select log_id as log, request, used_at as "usedAt" from grant_use order by used_at, log_id',
  );
  return rows.map(({ usedAt, ...use }) => ({ ...use, usedAt: new Date(usedAt) }));
}
