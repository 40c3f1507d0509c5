import type { Grant } from '@birlik/kernel/grant';
import { raw, type RawQueryFragment } from '@mikro-orm/core';

/** A personal table and what to take of it; the names are this member's own, never a caller's. */
export interface NewestRows {
  readonly table: 'opportunity_application' | 'service_entry' | 'volunteer_agreement';
  /** The column that dates a row. */
  readonly by: 'applied_at' | 'worked_on' | 'signed_on';
  /** How many rows of each person. */
  readonly limit: number;
  /** A condition in SQL on `candidate`, the row. @default every row */
  readonly where?: string;
}

/** The ids of the newest rows of each person, for any number of people in one statement. */
export function newestOfEach(grants: readonly Grant[], { table, by, limit, where }: NewestRows): RawQueryFragment {
  const people = `{${grants.map((grant) => grant.sub).join(',')}}`;
  return raw(
    `select newest.id from unnest(?::uuid[]) as person (id) cross join lateral (
       select candidate.id from ${table} candidate
        where candidate.volunteer_id = person.id and ${where ?? 'true'}
        order by candidate.${by} desc, candidate.id desc limit ${limit}
     ) newest`,
    [people],
  );
}
