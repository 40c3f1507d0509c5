import type { Pool } from 'pg';

/** Lets the next reader of a figure look again, as if it were the first one of a new day. */
export async function nextDay(owner: Pool, figure: string): Promise<void> {
  await owner.query(`update ${figure}_look set looked_at = now() - interval '1 day' where looked_at > '-infinity'`);
}

/** Forgets what a figure showed, as if nobody had ever looked. */
export async function forgetPictures(owner: Pool, figure: string): Promise<void> {
  await owner.query(`delete from ${figure}_picture`);
  await owner.query(`update ${figure}_look set looked_at = '-infinity'`);
}
