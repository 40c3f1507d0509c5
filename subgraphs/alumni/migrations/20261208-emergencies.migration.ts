import { ownerOnlyTable, personTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const subject = `nullif(current_setting('app.subject', true), '')`;
const issuer = `nullif(current_setting('app.issuer', true), '')`;

const text = (column: string) => `${column} jsonb not null check (${column} ? 'az')`;

/** A country, a city or a university at least; cities and universities are kept as people write them and compared in small letters. */
const area = `
  country_codes text[] not null default '{}',
  cities text[] not null default '{}',
  universities text[] not null default '{}',
  check (cardinality(country_codes) + cardinality(cities) + cardinality(universities) <= 50)`;

/**
 * Emergencies of students abroad: opened by one and confirmed by another, whom they concern, alerts, and check-ins. Whoever is told or
 * counted is in tenants of several associations, so functions of the owner do it, each for one confirmed emergency of its organisation.
 */
export class Migration20261208_emergencies extends Migration {
  override up(): void {
    this.emergencies();
    this.people();
    this.alerts();
  }

  private emergencies(): void {
    this.addSql(`create table emergency (
      id uuid primary key,
      organization_id uuid not null,
      ${text('event')},
      is_drill boolean not null,
      ${area},
      answer_minutes integer not null check (answer_minutes between 1 and 1440),
      silent_minutes integer not null check (silent_minutes between 1 and 10080),
      opened_at timestamptz not null default app_now(),
      opened_by text not null,
      opened_by_issuer text,
      ends_at timestamptz not null,
      code text unique check (length(code) = 32),
      confirmed_at timestamptz,
      confirmed_by text,
      confirmed_by_issuer text,
      closed_at timestamptz,
      closed_by text,
      known integer,
      safe integer,
      need_help integer,
      constraint emergency_area check (cardinality(country_codes) + cardinality(cities) + cardinality(universities) > 0),
      constraint emergency_ends check (ends_at > opened_at and ends_at <= opened_at + interval '14 days'),
      constraint emergency_two_people check (confirmed_at is null
        or (confirmed_by, confirmed_by_issuer) is distinct from (opened_by, opened_by_issuer)),
      check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (code is null)),
      check ((closed_at is null) = (known is null) and (closed_at is null) = (safe is null) and (closed_at is null) = (need_help is null))
    )`);
    this.addSql(`create index on emergency (organization_id, id)`);
    this.addSql(`create table emergency_event (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      emergency_id uuid not null references emergency,
      check_in_id uuid,
      action text not null check (action in ('opened', 'confirmed', 'alerted', 'escalated', 'assigned', 'answered', 'listed', 'closed')),
      by_whom text,
      to_whom text,
      at timestamptz not null default app_now()
    )`);
    this.addSql(`create index on emergency_event (emergency_id, id)`);
    for (const statement of [
      ...tenantTable({ name: 'emergency', readers: 'tenant' }),
      'drop policy emergency_delete on emergency',
      `drop policy emergency_insert on emergency`,
      `create policy emergency_open on emergency for insert with check (organization_id = ${session.organization}
         and exists (select from platform p where p.organization_id = emergency.organization_id)
         and confirmed_at is null and closed_at is null
         and opened_by = ${subject} and opened_by_issuer is not distinct from ${issuer})`,
      ...tenantTable({ name: 'emergency_event', readers: 'tenant' }),
      'drop policy emergency_event_update on emergency_event',
      'drop policy emergency_event_delete on emergency_event',
      `create function keep_emergency() returns trigger language plpgsql as $$
        begin
          if old.closed_at is not null then
            raise exception 'It is over.' using errcode = 'check_violation', constraint = 'emergency_over';
          end if;
          if (to_jsonb(new) - array['code', 'confirmed_at', 'confirmed_by', 'confirmed_by_issuer', 'closed_at', 'closed_by', 'known', 'safe', 'need_help'])
             is distinct from (to_jsonb(old) - array['code', 'confirmed_at', 'confirmed_by', 'confirmed_by_issuer', 'closed_at', 'closed_by', 'known', 'safe', 'need_help'])
             or (old.confirmed_at is not null and (new.code, new.confirmed_at, new.confirmed_by) is distinct from (old.code, old.confirmed_at, old.confirmed_by)) then
            raise exception 'It stays as it was opened and confirmed.' using errcode = 'insufficient_privilege';
          end if;
          if old.confirmed_at is null and new.confirmed_at is not null then
            if new.ends_at <= app_now() then
              raise exception 'It is over.' using errcode = 'check_violation', constraint = 'emergency_over';
            end if;
            new.confirmed_at := app_now();
            new.confirmed_by := ${subject};
            new.confirmed_by_issuer := ${issuer};
            new.code := replace(gen_random_uuid()::text, '-', '');
          end if;
          return new;
        end $$`,
      `create trigger emergency_keep before update on emergency for each row execute function keep_emergency()`,
    ]) {
      this.addSql(statement);
    }
  }

  /** Whom an emergency concerns, by what associations hold and by what people asked for themselves. */
  private people(): void {
    this.addSql(`create table alert_subscription (
      id uuid primary key,
      volunteer_id uuid not null,
      country_code text check (country_code ~ '^[A-Z]{2}$'),
      city text check (length(city) between 1 and 100),
      university text check (length(university) between 1 and 200),
      confirmed_on date not null default app_today(),
      check (num_nonnulls(country_code, city, university) = 1)
    )`);
    this.addSql(`create unique index alert_subscription_once on alert_subscription
      (volunteer_id, coalesce(country_code, ''), lower(coalesce(city, '')), lower(coalesce(university, '')))`);
    for (const column of ['country_code', 'lower(city)', 'lower(university)']) {
      this.addSql(`create index on alert_subscription (${column}) where ${column} is not null`);
    }
    this.addSql(`create table emergency_person (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      emergency_id uuid not null references emergency,
      volunteer_id uuid not null,
      by_record boolean not null,
      by_subscription boolean not null,
      confirmed_on date,
      country_codes text[] not null,
      cities text[] not null,
      universities text[] not null,
      unique (emergency_id, volunteer_id)
    )`);
    this.addSql(`create index on emergency_person (volunteer_id)`);
    for (const statement of [
      ...ownerOnlyTable('alert_subscription'),
      `create policy alert_subscription_own on alert_subscription
         using (volunteer_id = ${session.volunteer}) with check (volunteer_id = ${session.volunteer})`,
      ...personTable({ name: 'alert_subscription' }),
      ...ownerOnlyTable('emergency_person'),
      `create policy emergency_person_read on emergency_person for select
         using (organization_id = ${session.organization} or volunteer_id = ${session.volunteer})`,
      ...personTable({ name: 'emergency_person' }),
      `create policy emergency_concerned on emergency for select using (confirmed_at is not null
         and exists (select from emergency_person p where p.emergency_id = emergency.id and p.volunteer_id = ${session.volunteer}))`,
    ]) {
      this.addSql(statement);
    }
    this.addSql(`create function know_people(emergency uuid) returns void language sql
      security definer set search_path = public, pg_temp as $$
        insert into emergency_person (organization_id, emergency_id, volunteer_id, by_record, by_subscription, confirmed_on,
                                      country_codes, cities, universities)
        select e.organization_id, e.id, found.volunteer_id, bool_or(is_record), bool_or(not is_record), max(confirmed_on),
               coalesce(array_agg(distinct country_code) filter (where country_code is not null), '{}'),
               coalesce(array_agg(distinct city) filter (where city is not null), '{}'),
               coalesce(array_agg(distinct university) filter (where university is not null), '{}')
          from emergency e cross join lateral (
            select volunteer_id, true as is_record, last_confirmed_on as confirmed_on, country_code, lower(city) as city,
                   lower(university) as university
              from alumnus
             where not returned
               and (country_code = any(e.country_codes) or lower(city) = any(lower(e.cities::text)::text[])
                 or lower(university) = any(lower(e.universities::text)::text[]))
            union all
            select volunteer_id, false, confirmed_on, country_code, lower(city), lower(university)
              from alert_subscription
             where country_code = any(e.country_codes) or lower(city) = any(lower(e.cities::text)::text[])
                or lower(university) = any(lower(e.universities::text)::text[])) found
         where e.id = know_people.emergency and e.confirmed_at is not null and e.closed_at is null
           and e.organization_id = app_organization()
         group by e.organization_id, e.id, found.volunteer_id
        on conflict do nothing
      $$`);
  }

  private alerts(): void {
    this.addSql(`create table emergency_alert (
      id uuid primary key,
      organization_id uuid not null,
      emergency_id uuid not null references emergency,
      ${text('text')},
      ${area},
      sent_at timestamptz not null default app_now(),
      sent_by text not null,
      handed_over integer not null default 0,
      done_at timestamptz
    )`);
    this.addSql(`create index on emergency_alert (emergency_id, id)`);
    this.addSql(`create table emergency_delivery (
      id uuid primary key default uuidv7(),
      alert_id uuid not null references emergency_alert,
      volunteer_id uuid not null,
      unique (alert_id, volunteer_id)
    )`);
    this.addSql(`create index on emergency_delivery (volunteer_id)`);
    for (const statement of [
      ...tenantTable({ name: 'emergency_alert', readers: 'tenant' }),
      'drop policy emergency_alert_delete on emergency_alert',
      `create policy emergency_alert_concerned on emergency_alert for select using (
         exists (select from emergency_person p where p.emergency_id = emergency_alert.emergency_id and p.volunteer_id = ${session.volunteer}))`,
      ...ownerOnlyTable('emergency_delivery'),
      ...personTable({ name: 'emergency_delivery' }),
    ]) {
      this.addSql(statement);
    }
    // A person is written to once for an alert, whoever repeats a batch: the row of the delivery is what gives the message its right to be.
    this.addSql(`create function hand_over_alert(alert uuid, after uuid, size integer, subject jsonb, body jsonb)
      returns table (last uuid, written integer) language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        a emergency_alert;
      begin
        select emergency_alert.* into a from emergency_alert join emergency e on e.id = emergency_id
         where emergency_alert.id = hand_over_alert.alert and e.closed_at is null and e.organization_id = app_organization();
        if not found then return; end if;
        return query
          with batch as materialized (
            select volunteer_id from emergency_person p
             where p.emergency_id = a.emergency_id and (hand_over_alert.after is null or volunteer_id > hand_over_alert.after)
               and (cardinality(a.country_codes) + cardinality(a.cities) + cardinality(a.universities) = 0
                 or p.country_codes && a.country_codes
                 or p.cities && lower(a.cities::text)::text[]
                 or p.universities && lower(a.universities::text)::text[])
             order by volunteer_id limit size),
          made as (
            insert into emergency_delivery (alert_id, volunteer_id)
            select a.id, volunteer_id from batch on conflict do nothing returning volunteer_id),
          told as (
            insert into message (id, organization_id, volunteer_id, kind, subject, body, sent_at)
            select uuidv7(), a.organization_id, volunteer_id, 'emergency-alert', hand_over_alert.subject, hand_over_alert.body, app_now()
              from made returning 1)
          select (select volunteer_id from batch order by volunteer_id desc limit 1), (select count(*) from told)::integer;
      end $$`);
  }
}
