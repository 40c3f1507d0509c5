import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const countryCodes = `country_codes text[] not null check (
  cardinality(country_codes) between 2 and 50 and is_sorted_set(country_codes)
  and array_to_string(country_codes, ' ') ~ '^[A-Z]{2}( [A-Z]{2})*$')`;

export class Migration20261122_foundation extends Migration {
  override up(): void {
    // A set has one spelling only, so that a unique constraint over it means what it says.
    this.addSql(`create function is_sorted_set(list anyarray) returns boolean language sql immutable as
      $$ select list = coalesce((select array_agg(distinct element order by element) from unnest(list) element), list) $$`);

    this.addSql(`create table member_country (
      id uuid primary key,
      organization_id uuid not null,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      joined_on date,
      unique (organization_id, country_code)
    )`);
    this.addSql(`create index on member_country (country_code, id)`);

    this.addSql(`create table chair_term (
      id uuid primary key,
      organization_id uuid not null,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      exclude using gist (daterange(starts_on, ends_on, '[]') with &&)
    )`);
    this.addSql(`create index on chair_term (starts_on, id)`);

    this.addSql(`create table chair_term_holder (
      id uuid primary key,
      organization_id uuid not null,
      chair_term_id uuid not null references chair_term,
      holder_organization_id uuid not null,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      unique (chair_term_id, holder_organization_id)
    )`);
    this.addSql(`create index on chair_term_holder (country_code, chair_term_id)`);

    this.addSql(`create table conference (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      held_on date,
      reported_on date not null check (reported_on >= held_on),
      place jsonb check (place ? 'az'),
      occasion jsonb check (occasion ? 'az'),
      theme jsonb check (theme ? 'az'),
      topics jsonb not null default '[]' check (jsonb_typeof(topics) = 'array')
    )`);
    this.addSql(`create index on conference (reported_on, id)`);

    this.addSql(`create table conference_participation (
      id uuid primary key,
      organization_id uuid not null,
      conference_id uuid not null references conference,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      unique (conference_id, country_code)
    )`);
    this.addSql(`create index on conference_participation (country_code, conference_id)`);

    this.addSql(`create table conference_contributor (
      id uuid primary key,
      organization_id uuid not null,
      conference_id uuid not null references conference,
      contributor_id uuid not null,
      role text not null check (role in ('organizer', 'supporter', 'partner')),
      unique (conference_id, contributor_id, role)
    )`);

    this.addSql(`create table agreement (
      id uuid primary key,
      organization_id uuid not null,
      title jsonb not null check (title ? 'az'),
      purpose jsonb check (purpose ? 'az'),
      party_ids uuid[] not null check (cardinality(party_ids) between 2 and 50 and is_sorted_set(party_ids)),
      ${countryCodes},
      signed_on date not null,
      expires_on date check (expires_on > signed_on),
      sdg_goals integer[] not null check (
        sdg_goals <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}' and is_sorted_set(sdg_goals)),
      constraint agreement_once unique (organization_id, party_ids, signed_on)
    )`);
    this.addSql(`create index on agreement (signed_on, id)`);
    this.addSql(`create index on agreement using gin (country_codes)`);

    this.addSql(`create table joint_project (
      id uuid primary key,
      organization_id uuid not null,
      agreement_id uuid references agreement,
      title jsonb not null check (title ? 'az'),
      status text not null check (status in ('planned', 'running', 'completed')),
      ${countryCodes}
    )`);
    this.addSql(`create index on joint_project (agreement_id)`);
    this.addSql(`create index on joint_project using gin (country_codes)`);

    this.addSql(`create table country_report (
      id uuid primary key,
      organization_id uuid not null,
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      year integer not null check (year between 1900 and 2200),
      status text not null check (status in ('draft', 'submitted')),
      summary jsonb check (summary ? 'az'),
      submitted_on date check ((status = 'submitted') = (submitted_on is not null)),
      unique (organization_id, country_code, year)
    )`);

    for (const statement of [
      ...tenantTable({ name: 'member_country', readers: 'everyone' }),
      ...tenantTable({ name: 'chair_term', readers: 'everyone' }),
      ...tenantTable({ name: 'chair_term_holder', readers: 'everyone' }),
      ...tenantTable({ name: 'conference', readers: 'everyone' }),
      ...tenantTable({ name: 'conference_participation', readers: 'everyone' }),
      ...tenantTable({ name: 'conference_contributor', readers: 'everyone' }),
      ...tenantTable({ name: 'agreement', readers: 'everyone' }),
      ...tenantTable({ name: 'joint_project', readers: 'everyone' }),
      ...tenantTable({ name: 'country_report', readers: 'tenant' }),
    ]) {
      this.addSql(statement);
    }

    // A submitted report is frozen for whoever writes, not only for the code of today.
    this.addSql(`create policy country_report_frozen on country_report as restrictive
      for update using (status = 'draft') with check (true)`);
    this.addSql(`create policy country_report_kept on country_report as restrictive
      for delete using (status = 'draft')`);
  }
}
