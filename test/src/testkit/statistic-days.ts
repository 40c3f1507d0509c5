import type { Pool } from 'pg';

/** Takes a statistic's snapshots as on the day after the last refresh. */
export async function nextDay(owner: Pool, statistic: string): Promise<void> {
  await owner.query(`update ${statistic}_refresh set refreshed_at = now() - interval '1 day'`);
  await owner.query(`select refresh_${statistic}_snapshots(10)`);
}

/** Takes a statistic's snapshots as if there had been no refresh before. */
export async function firstDay(owner: Pool, statistic: string): Promise<void> {
  await owner.query(`delete from ${statistic}_snapshot`);
  await owner.query(`update ${statistic}_refresh set refreshed_at = '-infinity'`);
  await owner.query(`select refresh_${statistic}_snapshots(10)`);
}
