import { ownerOnlyTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** True while the viewer acts for the federation's neutral office. */
const office = `(select exists (select from organization where id = app_organization() and kind = 'registry'))`;

export class Migration20261128_person_link extends Migration {
  override up(): void {
    this.addRecords();
    this.addLinks();
    this.addJudgements();
    this.addSearch();
    this.addComponent();
    this.addViews();
    for (const statement of [
      ...tenantTable({ name: 'register', readers: 'tenant' }),
      ...tenantTable({ name: 'register_record', readers: 'tenant' }),
      ...ownerOnlyTable('source_record'),
      `create policy source_record_read on source_record for select using (organization_id = ${session.organization})`,
      `create policy source_record_insert on source_record for insert
        with check (organization_id = ${session.organization})`,
      ...['register', 'register_record', 'source_record'].map(
        (table) => `create policy ${table}_office on ${table} for select using (${office})`,
      ),
      ...['linkage_pair', 'person_link', 'linkage_judgement'].flatMap((table) => [
        ...ownerOnlyTable(table),
        `create policy ${table}_office on ${table} using (${office}) with check (${office})`,
      ]),
      ...ownerOnlyTable('linkage_event'),
      `create policy linkage_event_read on linkage_event for select using (${office})`,
      `create policy linkage_event_insert on linkage_event for insert with check (${office})`,
    ]) {
      this.addSql(statement);
    }
  }

  /** What organisations wrote down, version by version, and the newest version as linkage compares it. */
  private addRecords(): void {
    this.addSql(`create table register (
      organization_id uuid primary key references organization,
      each_person_once boolean not null,
      declared_at timestamptz not null default now()
    )`);

    this.addSql(`create table register_record (
      id uuid primary key,
      organization_id uuid not null references organization,
      local_key text not null,
      version integer not null check (version >= 1),
      digest bytea not null,
      texts text[] not null check (cardinality(texts) = 6),
      keys bigint[] not null,
      national_ids text[] not null,
      unique (organization_id, local_key)
    )`);
    // Without the list of pending entries, which the next reader would have to search from end to end.
    this.addSql(`create index register_record_keys on register_record using gin (keys) with (fastupdate = off)`);

    this.addSql(`create table source_record (
      record_id uuid not null references register_record,
      version integer not null,
      organization_id uuid not null references organization,
      given_name text not null,
      family_name text not null,
      patronymic text,
      birth_date date,
      phone text,
      email text,
      national_ids text[] not null,
      submitted_by text not null,
      submitted_at timestamptz not null default now(),
      primary key (record_id, version)
    )`);
    this.addSql(`create function refuse_linkage_change() returns trigger language plpgsql as
      $$ begin raise exception 'The table % takes new rows only.', tg_table_name; end $$`);
    // Deleting is left to the owner role, which the process is not: an erasure must be able to take the values away.
    this.addSql(`create trigger source_record_immutable before update or truncate on source_record
      for each statement execute function refuse_linkage_change()`);
  }

  /** Which records look alike, and which person each record belongs to. Both follow from records and judgements. */
  private addLinks(): void {
    this.addSql(`create table linkage_pair (
      id uuid not null unique,
      left_id uuid not null references register_record,
      right_id uuid not null references register_record check (left_id < right_id),
      raised_by uuid not null,
      raised_at timestamptz not null default now(),
      model_version integer not null,
      band text not null check (band in ('auto', 'review')),
      national_id text not null check (national_id in ('equal', 'unknown')),
      weight double precision not null,
      fields jsonb not null,
      primary key (left_id, right_id)
    )`);
    this.addSql(`create index on linkage_pair (right_id)`);
    this.addSql(`create index on linkage_pair (raised_by)`);
    this.addSql(`create index on linkage_pair (weight desc, id)`);

    this.addSql(`create table person_link (
      id uuid primary key,
      record_id uuid not null references register_record,
      person_id uuid not null,
      status text not null check (status in ('auto', 'manual')),
      method text not null check (method in ('first', 'national-id', 'model', 'decision')),
      model_version integer not null,
      weight double precision,
      explanation jsonb,
      valid_from timestamptz not null default clock_timestamp(),
      valid_to timestamptz check (valid_to >= valid_from)
    )`);
    this.addSql(`create unique index person_link_live on person_link (record_id) where valid_to is null`);
    this.addSql(`create index on person_link (person_id) where valid_to is null`);
  }

  /** What people of the office decided, and everything that happened. */
  private addJudgements(): void {
    this.addSql(`create table linkage_judgement (
      decision_id uuid not null,
      left_id uuid not null references register_record,
      right_id uuid not null references register_record check (left_id < right_id),
      kind text not null check (kind in ('review', 'merge', 'unmerge')),
      verdict text not null check (verdict in ('same', 'different', 'unsure')),
      decided_by text not null,
      decided_at timestamptz not null default now(),
      withdrawn_by text,
      withdrawn_at timestamptz check (withdrawn_at >= decided_at),
      primary key (decision_id, left_id, right_id)
    )`);
    this.addSql(`create unique index linkage_judgement_live on linkage_judgement (left_id, right_id)
      where withdrawn_at is null`);
    this.addSql(`create index on linkage_judgement (right_id) where withdrawn_at is null`);

    this.addSql(`create table linkage_event (
      id uuid primary key,
      occurred_at timestamptz not null default clock_timestamp(),
      kind text not null check (kind in ('linked', 'unlinked', 'decided', 'withdrawn', 'viewed')),
      actor text not null,
      record_id uuid not null,
      other_record_id uuid,
      person_id uuid,
      decision_id uuid,
      verdict text
    )`);
    this.addSql(`create index on linkage_event (record_id, id)`);
    this.addSql(`create index on linkage_event (person_id, id)`);
    this.addSql(`create trigger linkage_event_append_only before update or delete or truncate on linkage_event
      for each statement execute function refuse_linkage_change()`);
  }

  /**
   * The search for candidates. It runs with the owner's rights and gives ids alone: under a policy PostgreSQL would have
   * to show it every row before it may look into the index of keys, since comparing arrays might leak them.
   *
   * Each key reads its records from the index up to a bound, and the rarest keys go first, so that what a frequent name
   * brings along is what is left out. The planner, which cannot know how rare a key is, would at times read the whole
   * table instead; it is kept from that.
   */
  private addSearch(): void {
    this.addSql(`create function linkage_candidates(asked uuid[], most_of_key integer, most_candidates integer)
    returns table (id uuid, candidates uuid[])
    language sql stable security definer
    set search_path = public, pg_temp set enable_seqscan = off set jit = off
    as $$
      with wanted as materialized (
        select record.id, key from register_record record cross join unnest(record.keys) key where record.id = any($1)
      ), found as (
        select wanted.id, other.id as other_id, count(*) over (partition by wanted.id, wanted.key) as size
          from wanted cross join lateral (
            select register_record.id from register_record where keys @> array[wanted.key] limit $2) other
      ), ranked as (
        select id, other_id, row_number() over (partition by id order by min(size), count(*) desc, other_id) as place
          from found where other_id <> id group by id, other_id
      )
      select id, array_agg(other_id order by place) from ranked where place <= $3 group by id
    $$`);
    this.addSql(`revoke all on function linkage_candidates from public`);
  }

  /** A record as linkage compares it, and everything that decides on records and on all that are connected with them. */
  private addComponent(): void {
    this.addSql(`create view linkage_record with (security_invoker = true) as
      select record.id, record.organization_id as "organizationId", record.local_key as "localKey", record.texts,
             record.national_ids as "nationalIds", coalesce(register.each_person_once, false) as "isUnique",
             organization.kind = 'registry' as "isVolunteer"
        from register_record record
        join organization on organization.id = record.organization_id
        left join register on register.organization_id = record.organization_id`);
    // A function, so that PostgreSQL plans it once a connection and not once a record.
    this.addSql(`create function linkage_component(asked uuid[])
    returns table (records json, pairs json, judgements json, links json)
    language sql stable set jit = off as $$
      with recursive reached (id) as (
        select unnest($1)
         union
        select next.id from reached cross join lateral (
          select right_id as id from linkage_pair where left_id = reached.id and band = 'auto'
           union all select left_id from linkage_pair where right_id = reached.id and band = 'auto'
           union all select right_id from linkage_judgement
            where left_id = reached.id and withdrawn_at is null and verdict = 'same'
           union all select left_id from linkage_judgement
            where right_id = reached.id and withdrawn_at is null and verdict = 'same') next
      )
      select (select json_agg(one) from (
               select record.* from reached join linkage_record record using (id)) one),
             (select json_agg(one) from (
               select left_id as "leftId", right_id as "rightId", band, national_id as "nationalId", weight, fields
                 from reached join linkage_pair on left_id = reached.id
                where right_id in (select id from reached)) one),
             (select json_agg(one) from (
               select left_id as "leftId", right_id as "rightId", verdict
                 from reached join linkage_judgement on left_id = reached.id
                where right_id in (select id from reached)
                  and withdrawn_at is null and verdict in ('same', 'different')) one),
             (select json_agg(one) from (
               select person_link.id, record_id as "recordId", person_id as "personId", status, method, weight,
                      explanation, model_version as "modelVersion"
                 from reached join person_link on record_id = reached.id and valid_to is null) one)
    $$`);
  }

  private addViews(): void {
    // A record belongs to the person of the live link; a person's values are derived anew by every reading.
    this.addSql(`create view golden_person with (security_invoker = true) as
      select link.person_id as id,
             (array_agg(source.given_name order by entry.is_first desc, record.id))[1] as given_name,
             (array_agg(source.family_name order by entry.is_first desc, record.id))[1] as family_name,
             (array_agg(source.patronymic order by entry.is_first desc, record.id)
                filter (where source.patronymic is not null))[1] as patronymic,
             (array_agg(source.birth_date order by entry.is_first desc, record.id)
                filter (where source.birth_date is not null))[1] as birth_date,
             (array_agg(source.phone order by entry.is_first desc, record.id)
                filter (where source.phone is not null))[1] as phone,
             (array_agg(source.email order by entry.is_first desc, record.id)
                filter (where source.email is not null))[1] as email
        from person_link link
        join register_record record on record.id = link.record_id
        join source_record source on source.record_id = record.id and source.version = record.version
       cross join lateral (select record.id = link.person_id as is_first) entry
       where link.valid_to is null
       group by link.person_id`);

    // A pair is a question while its records belong to two people between whom nobody has judged.
    this.addSql(`create view linkage_review with (security_invoker = true) as
      select pair.id, pair.left_id, pair.right_id, pair.raised_by, pair.raised_at, pair.weight, pair.national_id,
             pair.fields, pair.band = 'auto' as is_conflict, unsure.decided_at is not null as is_unsure
        from linkage_pair pair
        join person_link a on a.record_id = pair.left_id and a.valid_to is null
        join person_link b on b.record_id = pair.right_id and b.valid_to is null
        left join linkage_judgement unsure on unsure.left_id = pair.left_id and unsure.right_id = pair.right_id
          and unsure.withdrawn_at is null and unsure.verdict = 'unsure'
       where a.person_id <> b.person_id and not exists (
         select from person_link one
           join linkage_judgement judgement on one.record_id in (judgement.left_id, judgement.right_id)
            and judgement.withdrawn_at is null and judgement.verdict = 'different'
           join person_link other on other.valid_to is null and other.person_id = b.person_id
            and other.record_id in (judgement.left_id, judgement.right_id)
          where one.person_id = a.person_id and one.valid_to is null)`);

    // A question of the queue is told to the organisation whose record raised it, and not to the one that was there before.
    this.addSql(`create function is_in_review(record uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (
        select from linkage_review review join register_record own on own.id = review.raised_by
         where review.raised_by = $1 and own.organization_id = app_organization() and not review.is_unsure)
    $$`);
    this.addSql(`revoke all on function is_in_review from public`);

    // Runs with the owner's rights: of everything that linkage knows, an organisation learns this much of its own records.
    this.addSql(`create view submitted_record as
      select record.id, record.organization_id, record.local_key, record.version, source.submitted_at, link.person_id,
             is_in_review(record.id) as is_in_review
        from register_record record
        join source_record source on source.record_id = record.id and source.version = record.version
        join person_link link on link.record_id = record.id and link.valid_to is null
       where record.organization_id = app_organization()`);
  }
}
