import { ownerOnlyTable, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table association (
      id uuid primary key,
      organization_id uuid not null unique,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      founder boolean not null,
      founded_platform_on date,
      check (founder or founded_platform_on is null)
    )`);

    this.addSql(`create table governance_body (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      function text not null check (function in ('supreme', 'governing', 'executive', 'supervisory'))
    )`);

    this.addSql(`create table mission (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      country_code text not null check (country_code ~ '^[A-Z]{2}$')
    )`);
    this.addSql(`create index on mission (country_code, id)`);

    this.addSql(`create table alumnus (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      university text not null check (university <> ''),
      level text not null check (level in ('bachelor', 'master', 'doctorate')),
      field_code text not null check (field_code ~ '^[0-9]{2}$'),
      graduation_year integer check (graduation_year between 1900 and 2200),
      returned boolean not null,
      last_confirmed_on date,
      unique (volunteer_id, organization_id)
    )`);
    this.addSql(`create index on alumnus (organization_id, id)`);

    this.addSql(`create table mentor_profile (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null unique,
      capacity integer not null check (capacity >= 1),
      paused boolean not null,
      goals text[] not null,
      field_codes text[] not null,
      languages text[] not null,
      active_mentorships integer not null default 0 check (active_mentorships >= 0),
      proposed_mentorships integer not null default 0 check (proposed_mentorships >= 0),
      free_places integer not null generated always as (capacity - active_mentorships - proposed_mentorships) stored,
      constraint mentor_profile_capacity check (capacity >= active_mentorships + proposed_mentorships)
    )`);
    this.addSql(`create index on mentor_profile (organization_id, id) where free_places > 0 and not paused`);

    this.addSql(`create table matching_round (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      opens_on date not null,
      closes_on date not null check (closes_on >= opens_on),
      status text not null check (status in ('draft', 'published'))
    )`);
    this.addSql(`create index on matching_round (organization_id, id)`);

    this.addSql(`create table mentorship (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      mentor_volunteer_id uuid not null,
      round_id uuid references matching_round,
      status text not null check (status in ('proposed', 'active', 'ended')),
      started_on date,
      mentee_message text check (length(mentee_message) <= 1000),
      constraint mentorship_mentor foreign key (mentor_volunteer_id) references mentor_profile (volunteer_id),
      constraint mentorship_two_people check (volunteer_id <> mentor_volunteer_id),
      check (status <> 'active' or started_on is not null)
    )`);
    this.addSql(`create index on mentorship (volunteer_id, id)`);
    this.addSql(`create index on mentorship (mentor_volunteer_id)`);
    this.addSql(`create unique index mentorship_open_pair on mentorship (volunteer_id, mentor_volunteer_id)
      where status in ('proposed', 'active')`);

    this.addSql(`create table country_summary (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      country_code text not null,
      students_abroad integer not null check (students_abroad >= 0),
      alumni integer not null check (alumni >= 0),
      unique (country_code, organization_id)
    )`);

    for (const statement of [
      ...tenantTable({ name: 'association', readers: 'everyone' }),
      ...tenantTable({ name: 'governance_body', readers: 'everyone' }),
      ...tenantTable({ name: 'mission', readers: 'everyone' }),
      ...tenantTable({ name: 'alumnus', readers: 'person', personWrites: true }),
      ...tenantTable({ name: 'mentor_profile', readers: 'person' }),
      ...tenantTable({ name: 'matching_round', readers: 'tenant' }),
      ...tenantTable({ name: 'mentorship', readers: 'person', personWrites: true }),
      // Everyone reads it; only the trigger on `alumnus` writes it.
      ...ownerOnlyTable('country_summary'),
      'create policy country_summary_read on country_summary for select using (true)',
    ]) {
      this.addSql(statement);
    }
    this.countMentorships();
    this.countAlumni();
  }

  /**
   * Keeps a mentor's counters. It runs as the owner, since a mentee sees neither the mentor's row nor other mentees'
   * rows. The update locks the mentor's row until the transaction ends, and the check constraint on it refuses one
   * mentorship too many.
   */
  private countMentorships(): void {
    this.addSql(`create function count_mentorship() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        mentor_paused boolean;
      begin
        if tg_op <> 'INSERT' then
          update mentor_profile set
            active_mentorships = active_mentorships - (old.status = 'active')::integer,
            proposed_mentorships = proposed_mentorships - (old.status = 'proposed')::integer
          where volunteer_id = old.mentor_volunteer_id;
        end if;
        if tg_op <> 'DELETE' then
          update mentor_profile set
            active_mentorships = active_mentorships + (new.status = 'active')::integer,
            proposed_mentorships = proposed_mentorships + (new.status = 'proposed')::integer
          where volunteer_id = new.mentor_volunteer_id returning paused into mentor_paused;
        end if;
        if tg_op = 'INSERT' and new.status = 'proposed' and mentor_paused then
          raise exception 'The mentor is paused.' using errcode = 'check_violation', constraint = 'mentor_profile_paused';
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger count_mentorship after insert or delete or update of status, mentor_volunteer_id
      on mentorship for each row execute function count_mentorship()`);
  }

  /**
   * Keeps the public figures of each country. It runs as the owner, since nobody else may see all rows, and once a
   * statement, so that a load of many rows stays one update of each country. A change that moves no figure locks none.
   */
  private countAlumni(): void {
    const added = 'select *, 1 as sign from added';
    const removed = 'select *, -1 as sign from removed';
    for (const { event, tables, changed } of [
      { event: 'insert', tables: 'new table as added', changed: added },
      { event: 'delete', tables: 'old table as removed', changed: removed },
      { event: 'update', tables: 'new table as added old table as removed', changed: `${added} union all ${removed}` },
    ]) {
      this.addSql(`create function count_alumni_on_${event}() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
        declare
          delta record;
        begin
          for delta in
            select organization_id, country_code,
                   sum(sign * (graduation_year is null)::integer) as students_abroad,
                   sum(sign * (graduation_year is not null)::integer) as alumni
              from (${changed}) changed
             group by organization_id, country_code
            having sum(sign * (graduation_year is null)::integer) <> 0
                or sum(sign * (graduation_year is not null)::integer) <> 0
             order by country_code, organization_id
          loop
            insert into country_summary (organization_id, country_code, students_abroad, alumni)
              values (delta.organization_id, delta.country_code, 0, 0) on conflict do nothing;
            update country_summary set
              students_abroad = students_abroad + delta.students_abroad, alumni = alumni + delta.alumni
            where organization_id = delta.organization_id and country_code = delta.country_code;
          end loop;
          return null;
        end $$`);
      this.addSql(`create trigger count_alumni_on_${event} after ${event} on alumnus referencing ${tables}
        for each statement execute function count_alumni_on_${event}()`);
    }
  }
}
