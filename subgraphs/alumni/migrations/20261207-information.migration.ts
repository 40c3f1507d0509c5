import { personTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** Who may make something known: the platform and its associations. */
const publisher = `organization_id = ${session.organization} and (
  exists (select from association where association.organization_id = ${session.organization})
  or exists (select from platform where platform.organization_id = ${session.organization}))`;

/** News and guides by country, and events that people answer. */
export class Migration20261207_information extends Migration {
  override up(): void {
    this.articles();
    this.events();
    this.answers();
    for (const statement of sourceColumns('article', 'alumni_event')) this.addSql(statement);
  }

  private articles(): void {
    this.addSql(`create table article (
      id uuid primary key,
      organization_id uuid not null,
      kind text not null check (kind in ('news', 'guide')),
      country_code text check (country_code ~ '^[A-Z]{2}$'),
      title jsonb not null check (title ->> 'az' <> ''),
      body jsonb not null check (body ->> 'az' <> ''),
      published_at timestamptz not null default app_now(),
      corrected_at timestamptz,
      withdrawn_at timestamptz
    )`);
    this.addSql('create index on article (published_at, id) where withdrawn_at is null');
    // What stood there before it was corrected.
    this.addSql(`create table article_version (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      article_id uuid not null references article,
      country_code text,
      title jsonb not null,
      body jsonb not null,
      replaced_at timestamptz not null default app_now()
    )`);
    this.addSql('create index on article_version (article_id, id)');
    this.addSql(`create function keep_article() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if old.withdrawn_at is not null then
          raise exception 'It was withdrawn.' using errcode = 'check_violation', constraint = 'article_withdrawn';
        end if;
        if (new.organization_id, new.kind, new.published_at) is distinct from (old.organization_id, old.kind, old.published_at) then
          raise exception 'An article stays what it is.' using errcode = 'insufficient_privilege';
        end if;
        if (new.title, new.body, new.country_code) is distinct from (old.title, old.body, old.country_code) then
          insert into article_version (organization_id, article_id, country_code, title, body)
          values (old.organization_id, old.id, old.country_code, old.title, old.body);
          new.corrected_at := app_now();
        end if;
        return new;
      end $$`);
    this.addSql('create trigger article_keep before update on article for each row execute function keep_article()');
    for (const statement of [
      ...tenantTable({ name: 'article', readers: 'everyone' }),
      'drop policy article_read on article',
      `create policy article_read on article for select using (withdrawn_at is null or organization_id = ${session.organization})`,
      'drop policy article_insert on article',
      `create policy article_insert on article for insert with check (${publisher})`,
      'drop policy article_delete on article',
      ...tenantTable({ name: 'article_version', readers: 'tenant' }),
      'drop policy article_version_insert on article_version',
      'drop policy article_version_update on article_version',
      'drop policy article_version_delete on article_version',
    ]) {
      this.addSql(statement);
    }
  }

  private events(): void {
    this.addSql(`create table alumni_event (
      id uuid primary key,
      organization_id uuid not null,
      country_code text check (country_code ~ '^[A-Z]{2}$'),
      title jsonb not null check (title ->> 'az' <> ''),
      body jsonb not null check (body ->> 'az' <> ''),
      place text not null check (length(place) between 1 and 200),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      capacity integer check (capacity >= 1),
      status text not null default 'planned' check (status in ('planned', 'published', 'cancelled')),
      check (ends_at > starts_at)
    )`);
    this.addSql('create index on alumni_event (starts_at, id)');
    this.addSql(`create function keep_alumni_event() returns trigger language plpgsql as $$
      begin
        if old.status = 'cancelled' or (old.status = 'published' and new.status = 'planned')
           or (new.status = 'cancelled' and old.ends_at <= app_now()) then
          raise exception 'It is over.' using errcode = 'check_violation', constraint = 'alumni_event_over';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger alumni_event_keep before update on alumni_event
      for each row execute function keep_alumni_event()`);
    for (const statement of [
      ...tenantTable({ name: 'alumni_event', readers: 'everyone' }),
      'drop policy alumni_event_read on alumni_event',
      `create policy alumni_event_read on alumni_event for select using (status <> 'planned' or organization_id = ${session.organization})`,
      'drop policy alumni_event_insert on alumni_event',
      `create policy alumni_event_insert on alumni_event for insert with check (${publisher})`,
      'drop policy alumni_event_delete on alumni_event',
    ]) {
      this.addSql(statement);
    }
  }

  /**
   * The answers of people, and the places: nobody sees all answers under row-level security, so the triggers run as their owner. The lock on
   * the event makes those who answer at once wait for each other.
   */
  private answers(): void {
    this.addSql(`create table event_answer (
      id uuid primary key,
      organization_id uuid not null,
      event_id uuid not null references alumni_event,
      volunteer_id uuid not null,
      answer text not null check (answer in ('yes', 'no', 'maybe')),
      place text check (place in ('taken', 'waiting')),
      waiting_since timestamptz,
      attended boolean,
      answered_at timestamptz not null default app_now(),
      unique (event_id, volunteer_id),
      constraint event_answer_place check ((answer = 'yes') = (place is not null))
    )`);
    this.addSql('create index on event_answer (volunteer_id, id)');
    this.addSql(`create index on event_answer (event_id, waiting_since, id) where place = 'waiting'`);
    this.addSql(`create function place_event_answer() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        event record;
        -- Erasures and what triggers do themselves change no answer.
        answers boolean := tg_op = 'INSERT' or new.answer is distinct from old.answer;
      begin
        if not answers then
          if new.place is distinct from old.place and pg_trigger_depth() < 2 then
            raise exception 'Places are given in turn.' using errcode = 'insufficient_privilege';
          end if;
          if new.attended is distinct from old.attended and app_organization() is distinct from new.organization_id then
            raise exception 'Who came, the organiser says.' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end if;
        if tg_op = 'UPDATE' and new.volunteer_id is distinct from app_volunteer() then
          raise exception 'A person answers for themself.' using errcode = 'insufficient_privilege';
        end if;
        select * into event from alumni_event where id = new.event_id for update;
        if event.status <> 'published' or event.starts_at <= app_now() then
          raise exception 'It takes no answers.' using errcode = 'check_violation', constraint = 'event_answer_closed';
        end if;
        new.organization_id := event.organization_id;
        new.answered_at := app_now();
        new.attended := null;
        new.place := null;
        new.waiting_since := null;
        if new.answer = 'yes' then
          if event.capacity is null
             or (select count(*) from event_answer where event_id = event.id and place = 'taken') < event.capacity then
            new.place := 'taken';
          else
            new.place := 'waiting';
            new.waiting_since := clock_timestamp();
          end if;
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger event_answer_place before insert or update on event_answer
      for each row execute function place_event_answer()`);
    this.addSql(`create function fill_event(event_to_fill uuid) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        event record;
        next record;
      begin
        select * into event from alumni_event where id = event_to_fill for update;
        for next in
          select id, organization_id from event_answer where event_id = event.id and place = 'waiting'
           order by waiting_since, id
           limit case when event.status = 'published' and event.starts_at > app_now() then
             case when event.capacity is null then null
                  else greatest(0, event.capacity - (select count(*) from event_answer where event_id = event.id and place = 'taken')) end
             else 0 end
        loop
          update event_answer set place = 'taken', waiting_since = null where id = next.id;
          insert into job (id, kind, key, payload, due_at, organization_id)
          values (uuidv7(), 'tell of an event', next.id || ' place', jsonb_build_object('answer', next.id, 'change', 'place'), app_now(),
                  next.organization_id)
          on conflict do nothing;
        end loop;
      end $$`);
    this.addSql(`create function follow_event_answer() returns trigger language plpgsql as $$
      begin
        if old.place = 'taken' and (tg_op = 'DELETE' or new.place is distinct from 'taken') then
          perform fill_event(old.event_id);
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger event_answer_follow after delete or update on event_answer
      for each row execute function follow_event_answer()`);
    this.addSql(`create function follow_alumni_event() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if new.capacity is distinct from old.capacity then perform fill_event(new.id); end if;
        if new.status = 'cancelled' then
          insert into job (id, kind, key, payload, due_at, organization_id)
          select uuidv7(), 'tell of an event', id || ' cancelled', jsonb_build_object('answer', id, 'change', 'cancelled'), app_now(),
                 organization_id
            from event_answer where event_id = new.id and answer <> 'no'
          on conflict do nothing;
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger alumni_event_follow after update on alumni_event
      for each row execute function follow_alumni_event()`);
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...tenantTable({ name: 'event_answer', readers: 'person', personWrites: true }),
      'drop policy event_answer_insert on event_answer',
      `create policy event_answer_insert on event_answer for insert with check (${own})`,
      ...personTable({ name: 'event_answer' }),
    ]) {
      this.addSql(statement);
    }
  }
}
