import { ownerOnlyTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const eventKinds = `('registered', 'accredited', 'suspended', 'reinstated', 'contact-changed', 'listing-changed',
  'key-added', 'key-retired', 'officer-appointed', 'officer-dismissed', 'client-registered', 'client-revoked')`;

const isOffice = '(select registry_office())';
const ownOrOffice = `organization_id = (select managed_organization()) or ${isOffice}`;

/** A table of the members' own affairs: a member and the office write it; rows are ended, never deleted. */
function memberTable(name: string, readers: 'everyone' | 'member'): string[] {
  return [
    ...ownerOnlyTable(name),
    `create policy ${name}_read on ${name} for select using (${readers === 'everyone' ? 'true' : ownOrOffice})`,
    `create policy ${name}_insert on ${name} for insert with check (${ownOrOffice})`,
    `create policy ${name}_update on ${name} for update using (${ownOrOffice}) with check (${ownOrOffice})`,
  ];
}

export class Migration20261128_members extends Migration {
  override up(): void {
    // Organisations that are there already go on as they joined; those to come have their officers listed.
    this.addSql(`alter table organization add column officers_listed boolean not null default false`);
    this.addSql(`alter table organization alter column officers_listed set default true`);
    this.addSql(`create unique index organization_registered_once on organization (country_code, (name ->> 'az'))`);
    this.addTables();
    this.addRules();
    for (const statement of [
      `create policy organization_register on organization for insert with check (${isOffice})`,
      `create policy organization_accredit on organization for update using (${isOffice}) with check (${isOffice})`,
      ...memberTable('organization_contact', 'everyone'),
      ...memberTable('organization_key', 'everyone'),
      ...memberTable('officer', 'member'),
      ...memberTable('system_client', 'member'),
      ...memberTable('organization_event', 'member'),
    ]) {
      this.addSql(statement);
    }
    this.addReachableVolunteers();
  }

  private addTables(): void {
    this.addSql(`create table organization_contact (
      organization_id uuid primary key references organization,
      website text check (website ~ '^https?://'),
      email text
    )`);

    this.addSql(`create table organization_key (
      organization_id uuid not null references organization,
      kid text not null,
      public_key jsonb not null check (public_key ->> 'kid' = kid and not public_key ? 'd'),
      valid_from timestamptz not null,
      valid_until timestamptz check (valid_until > valid_from),
      retired_at timestamptz,
      primary key (organization_id, kid)
    )`);

    this.addSql(`create table officer (
      id uuid primary key,
      organization_id uuid not null references organization,
      subject text not null,
      roles text[] not null check (roles <@ '{officer,coordinator,analyst,admin}' and roles <> '{}'),
      appointed_at timestamptz not null,
      dismissed_at timestamptz
    )`);
    this.addSql(
      `create unique index officer_appointed_once on officer (organization_id, subject) where dismissed_at is null`,
    );
    this.addSql(`create index on officer (organization_id, subject)`);

    this.addSql(`create table system_client (
      id uuid primary key,
      organization_id uuid not null references organization,
      client text not null,
      registered_at timestamptz not null,
      revoked_at timestamptz
    )`);
    this.addSql(`create unique index system_client_registered_once on system_client (organization_id, client)
      where revoked_at is null`);
    this.addSql(`create index on system_client (organization_id, client)`);

    this.addSql(`create table organization_event (
      id uuid primary key,
      organization_id uuid not null references organization,
      kind text not null check (kind in ${eventKinds}),
      happened_at timestamptz not null default clock_timestamp(),
      actor text not null,
      actor_organization_id uuid not null references organization,
      reason text,
      concerns text
    )`);
    this.addSql(`create index on organization_event (organization_id, id)`);
    this.addSql(`create function keep_history() returns trigger language plpgsql as
      $$ begin raise exception 'The table % is append-only.', tg_table_name; end $$`);
    this.addSql(`create trigger organization_event_append_only before update or delete or truncate on organization_event
      for each statement execute function keep_history()`);
  }

  /**
   * Who may act for an organisation. These functions see the lists of officers with the owner's rights, and answer for
   * the viewer of the session alone or for those whom the owner's own functions name.
   */
  private addRules(): void {
    const definer = 'stable security definer set search_path = public, pg_temp';
    this.addSql(`create function app_subject() returns text language sql stable
      return nullif(current_setting('app.subject', true), '')`);
    this.addSql(`create function app_client() returns text language sql stable
      return nullif(current_setting('app.client', true), '')`);
    this.addSql(`create function app_roles() returns text[] language sql stable
      return string_to_array(coalesce(current_setting('app.roles', true), ''), ' ')`);

    // A person acts through a client; a system is its own client, so its subject is the client's name.
    this.addSql(`create function holds_appointment(organization uuid, subject text, client text) returns boolean
      language sql ${definer}
      begin atomic
        select coalesce((
          select case
            when exists (select from system_client c where c.organization_id = o.id and c.client = holds_appointment.client
                           and c.revoked_at is not null)
             and not exists (select from system_client c where c.organization_id = o.id
                               and c.client = holds_appointment.client and c.revoked_at is null)
            then false
            when o.officers_listed then
              exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                        and f.dismissed_at is null and app_roles() <@ f.roles)
              or (holds_appointment.subject = holds_appointment.client and app_roles() <@ '{system}'
                  and exists (select from system_client c where c.organization_id = o.id
                                and c.client = holds_appointment.client and c.revoked_at is null))
            else
              not exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                            and f.dismissed_at is not null)
              or exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                           and f.dismissed_at is null)
            end
            from organization o where o.id = holds_appointment.organization and holds_appointment.subject is not null
        ), false);
      end`);

    // Suspended or not accredited yet, an organisation sees to its own affairs; it reads nobody's data.
    this.addSql(`create function managed_organization() returns uuid language sql ${definer}
      return case when holds_appointment(app_organization(), app_subject(), app_client()) then app_organization() end`);

    // Without a subject the question is about the organisation as such, as when a person previews what it would see.
    this.addSql(`create or replace function reading_organization(organization uuid, subject text, client text)
      returns table (id uuid, kind text) language sql ${definer}
      begin atomic
        select o.id, o.kind from organization o
         where o.id = reading_organization.organization and o.accredited_at <= now() and o.suspended_at is null
           and (reading_organization.subject is null
                or holds_appointment(o.id, reading_organization.subject, reading_organization.client));
      end`);

    this.addSql(`create function registry_office() returns boolean language sql ${definer}
      return exists (
        select from reading_organization(app_organization(), app_subject(), app_client()) as reader
         where reader.kind = 'registry' and app_subject() is not null)`);

    for (const name of ['holds_appointment', 'managed_organization', 'reading_organization', 'registry_office']) {
      this.addSql(`revoke all on function ${name} from public`);
    }
  }

  private addReachableVolunteers(): void {
    const live = `withdrawn_at is null and (expires_at is null or expires_at > now())
      and purpose = current_setting('app.purpose', true)`;
    const reads = `(select exists (
      select from reading_organization(app_organization(), app_subject(), app_client()) where app_subject() is not null))`;
    this.addSql(`create or replace view reachable_volunteer with (security_invoker = true) as
      select volunteer_id as id from affiliation
       where organization_id = ${session.organization} and (until is null or until > current_date) and ${reads}
      union
      select volunteer_id from consent where recipient_organization_id = ${session.organization} and ${live} and ${reads}
      union
      select volunteer_id from consent where recipient_organization_id is null and ${live} and ${reads}`);
  }
}
