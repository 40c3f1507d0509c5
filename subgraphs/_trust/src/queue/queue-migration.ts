import { Migration } from '@mikro-orm/migrations';
import { ownerOnlyTable, referenceTable, session } from '../row-level-security/row-level-security.js';

/**
 * The jobs of a member and the clock of its domain. Whoever changes something may make a job with it; the process alone, which
 * sets `app.working`, takes and ends jobs. An organisation sees those that are done for it. They say nothing about people.
 *
 * `app_now` is that clock: the real time, until an operator moves it.
 */
export class QueueMigration extends Migration {
  override up(): void {
    this.addSql(`create table domain_clock (
      id boolean primary key default true check (id),
      shift interval not null check (shift >= interval '0')
    )`);
    for (const statement of referenceTable('domain_clock')) this.addSql(statement);
    this.addSql(`create function app_now() returns timestamptz language sql stable
      return now() + coalesce(nullif(current_setting('app.clock_shift', true), '')::interval, interval '0')`);
    this.addSql(`create or replace function app_today() returns date language sql stable
      return day_in(coalesce(nullif(current_setting('app.time_zone', true), ''), 'UTC'), app_now())`);
    this.addSql(`create function app_working() returns boolean language sql stable
      return current_setting('app.working', true) = 'on'`);
    this.addSql(`create table job (
      id uuid primary key,
      kind text not null,
      key text,
      payload jsonb not null,
      organization_id uuid,
      due_at timestamptz not null,
      created_at timestamptz not null default clock_timestamp(),
      attempts integer not null default 0 check (attempts >= 0),
      claim uuid,
      claimed_until timestamptz,
      failure text,
      failed_at timestamptz,
      died_at timestamptz,
      check ((claim is null) = (claimed_until is null)),
      check ((failure is null) = (failed_at is null)),
      check (died_at is null or (failure is not null and claim is null))
    )`);
    this.addSql('create unique index on job (kind, key)');
    this.addSql('create index on job (due_at, id) where died_at is null');
    this.addSql('create index on job (failed_at) where failure is not null');
    const working = '(select app_working())';
    for (const statement of [
      ...ownerOnlyTable('job'),
      'create policy job_make on job for insert with check (attempts = 0 and failure is null)',
      `create policy job_read on job for select using (${working} or organization_id = ${session.organization})`,
      `create policy job_take on job for update using (${working}) with check (${working})`,
      `create policy job_end on job for delete using (${working})`,
    ]) {
      this.addSql(statement);
    }
  }
}
