import type { Pool } from 'pg';

/** Takes a figure's pictures as on the day after the last look. */
export async function nextDay(owner: Pool, figure: string): Promise<void> {
  await owner.query(`update ${figure}_look set looked_at = now() - interval '1 day'`);
  await owner.query(`select take_${figure}_pictures(10)`);
}

/** Takes a figure's pictures as if nobody had ever looked. */
export async function firstDay(owner: Pool, figure: string): Promise<void> {
  await owner.query(`delete from ${figure}_picture`);
  await owner.query(`update ${figure}_look set looked_at = '-infinity'`);
  await owner.query(`select take_${figure}_pictures(10)`);
}
