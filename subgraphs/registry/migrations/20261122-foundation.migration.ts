import { ownerOnlyTable, referenceTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const categories = `('study', 'programme', 'service', 'alumni', 'creative', 'contact')`;

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table country (
      code text primary key check (code ~ '^[A-Z]{2}$'),
      name jsonb not null check (name ? 'az')
    )`);

    this.addSql(`create table purpose (
      code text primary key,
      name jsonb not null check (name ? 'az'),
      legal_text jsonb not null check (legal_text ? 'az')
    )`);

    this.addSql(`create table organization (
      id uuid primary key,
      kind text not null,
      name jsonb not null check (name ? 'az'),
      country_code text not null references country,
      city jsonb check (city ? 'az'),
      accredited_at timestamptz,
      suspended_at timestamptz
    )`);
    this.addSql(`create index on organization (kind, id)`);

    this.addSql(`create table volunteer (
      id uuid primary key,
      organization_id uuid not null references organization,
      given_name text not null,
      family_name text not null,
      patronymic text,
      birth_date date,
      email text,
      phone text,
      city jsonb check (city ? 'az'),
      home_country text references country,
      registered_at timestamptz not null
    )`);

    this.addSql(`create table affiliation (
      id uuid primary key,
      organization_id uuid not null references organization,
      volunteer_id uuid not null references volunteer,
      role text not null check (role in ('student', 'volunteer', 'alumnus', 'applicant', 'member')),
      since date not null,
      until date check (until >= since)
    )`);
    this.addSql(`create index on affiliation (volunteer_id)`);
    this.addSql(`create index on affiliation (organization_id, volunteer_id)`);

    this.addSql(`create table consent (
      id uuid primary key,
      volunteer_id uuid not null references volunteer,
      recipient_organization_id uuid references organization,
      purpose text not null references purpose,
      category text not null check (category in ${categories}),
      given_at timestamptz not null,
      expires_at timestamptz check (expires_at > given_at),
      withdrawn_at timestamptz check (withdrawn_at >= given_at)
    )`);
    this.addSql(`create unique index consent_given_once on consent
      (volunteer_id, category, purpose, recipient_organization_id) nulls not distinct where withdrawn_at is null`);
    this.addSql(
      `create index on consent (recipient_organization_id, purpose, volunteer_id) where withdrawn_at is null`,
    );
    this.addSql(`create index on consent (volunteer_id, id)`);

    this.addSql(`create table access_log (
      id uuid primary key,
      decided_at timestamptz not null default clock_timestamp(),
      volunteer_id uuid not null,
      viewer text not null,
      by_self boolean not null,
      organization_id uuid,
      category text not null check (category in ${categories}),
      basis text check (basis in ('self', 'owner', 'consent')),
      consent_id uuid references consent,
      purpose text,
      operation text,
      request text not null
    )`);
    this.addSql(`create index on access_log (volunteer_id, id)`);
    this.addSql(`create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'The access log is append-only.'; end $$`);
    this.addSql(`create trigger access_log_append_only before update or delete or truncate on access_log
      for each statement execute function refuse_change()`);

    this.addSql(`create table category_holder (
      category text not null check (category in ${categories}),
      organization_kind text not null,
      primary key (category, organization_kind)
    )`);
    this.addSql(`insert into category_holder values
      ('study', 'university'), ('programme', 'agency'), ('service', 'union'), ('service', 'member-organization'),
      ('alumni', 'platform'), ('alumni', 'association'), ('creative', 'federation')`);

    this.addPolicies();
    this.addReachableVolunteers();
    this.addDecision();
  }

  private addPolicies(): void {
    const granted = `coalesce(${session.grants} ? id::text, false)`;
    const addressed = `recipient_organization_id = ${session.organization}
      or (recipient_organization_id is null and ${session.organization} is not null)`;
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...referenceTable('country'),
      ...referenceTable('purpose'),
      ...referenceTable('organization'),
      ...referenceTable('category_holder'),
      // A contact row is the registry's, whoever reads it by which right; what a grant names are affiliations' tenants.
      ...ownerOnlyTable('volunteer'),
      `create policy volunteer_read on volunteer for select using (id = ${session.volunteer} or ${granted})`,
      ...tenantTable({ name: 'affiliation', readers: 'person' }),
      ...ownerOnlyTable('consent'),
      `create policy consent_read on consent for select using (${own} or ${addressed})`,
      `create policy consent_give on consent for insert with check (${own})`,
      `create policy consent_withdraw on consent for update using (${own}) with check (${own})`,
      ...ownerOnlyTable('access_log'),
      `create policy access_log_read on access_log for select using (${own})`,
    ]) {
      this.addSql(statement);
    }
  }

  private addReachableVolunteers(): void {
    const live = `withdrawn_at is null and (expires_at is null or expires_at > now())
      and purpose = current_setting('app.purpose', true)`;
    const accredited = `exists (select from organization
      where id = ${session.organization} and accredited_at <= now() and suspended_at is null)`;
    this.addSql(`create view reachable_volunteer with (security_invoker = true) as
      select volunteer_id as id from affiliation
       where organization_id = ${session.organization} and (until is null or until > current_date) and ${accredited}
      union
      select volunteer_id from consent where recipient_organization_id = ${session.organization} and ${live} and ${accredited}
      union
      select volunteer_id from consent where recipient_organization_id is null and ${live} and ${accredited}`);
  }

  /**
   * The rule of a grant. A tie with the person opens the categories that an organisation of its kind holds, and contact.
   *
   * It runs with the owner's rights and always writes the log, so that the process's role, which
   * sees no other person's consents and cannot write the log, has no way to a decision without a row.
   */
  private addDecision(): void {
    this.addSql(`create function decide_grants(
      persons uuid[], categories text[], log_ids uuid[],
      viewer text, viewer_volunteer uuid, viewer_organization uuid,
      stated_purpose text, operation_name text, request_id text)
    returns table (volunteer_id uuid, category text, basis text, log_id uuid)
    language sql volatile security definer set search_path = public, pg_temp
    begin atomic
      with question as (
        select * from unnest(persons, categories, log_ids) as asked (volunteer_id, category, log_id)
      ), reader as (
        select o.id, o.kind from organization o
         where o.id = viewer_organization and o.accredited_at <= now() and o.suspended_at is null
      ), decision as (
        select question.*, consented.id as consent_id,
               question.volunteer_id is not distinct from viewer_volunteer as by_self,
               case when question.volunteer_id = viewer_volunteer then 'self'
                    when consented.id is not null then 'consent'
                    when owned.yes then 'owner' end as basis
          from question
          left join lateral (
            select c.id from consent c, reader
             where c.volunteer_id = question.volunteer_id and c.category = question.category
               and c.purpose = stated_purpose
               and (c.recipient_organization_id = reader.id or c.recipient_organization_id is null)
               and c.withdrawn_at is null and (c.expires_at is null or c.expires_at > now())
             order by c.id limit 1) consented on true
          left join lateral (
            select true as yes from affiliation a, reader
             where a.organization_id = reader.id and a.volunteer_id = question.volunteer_id
               and (a.until is null or a.until > current_date)
               and (question.category = 'contact' or exists (
                 select from category_holder h
                  where h.category = question.category and h.organization_kind = reader.kind))
             limit 1) owned on true
      ), logged as (
        insert into access_log (
          id, volunteer_id, viewer, by_self, organization_id, category, basis, consent_id, purpose, operation, request)
        select d.log_id, d.volunteer_id, viewer, d.by_self, viewer_organization, d.category, d.basis,
               case d.basis when 'consent' then d.consent_id end, stated_purpose, operation_name, request_id
          from decision d
        returning access_log.id
      )
      select d.volunteer_id, d.category, d.basis, d.log_id from decision d join logged on logged.id = d.log_id;
    end`);
    this.addSql(`revoke all on function decide_grants from public`);
  }
}
