import { describe, expect, test } from 'vitest';
import { summarizeStatement } from './statement-summary.js';

describe('summarizeStatement', () => {
  test.each([
    ['select "v0".* from "volunteer" as "v0" where "v0"."name" = $1', 'SELECT', 'volunteer'],
    [`with "people" as (select 1), more as (select id from x)\n select * from consent`, 'SELECT', 'x'],
    ['insert into "access_log" ("id") values ($1)', 'INSERT', 'access_log'],
    ['update consent set withdrawn_at = now()', 'UPDATE', 'consent'],
    ['delete from affiliation where id = $1', 'DELETE', 'affiliation'],
    [`select set_config($1, $2, true)`, 'SELECT', null],
    [
      'select * from unnest($1::uuid[]) with ordinality cross join lateral (select 1 from "place" as one) one',
      'SELECT',
      'place',
    ],
    ['select id from list_reach($1, $2)', 'SELECT', 'list_reach'],
    ['insert into "place" (id) select id from other', 'INSERT', 'place'],
    ['begin', 'BEGIN', null],
    ['commit', 'COMMIT', null],
    ['', 'UNKNOWN', null],
  ])('%s', (text, operation, table) => {
    expect(summarizeStatement(text)).toEqual({ operation, table });
  });

  test('takes no value for a name', () => {
    expect(summarizeStatement(`select 'Leyla' as name`)).toEqual({ operation: 'SELECT', table: null });
  });
});
