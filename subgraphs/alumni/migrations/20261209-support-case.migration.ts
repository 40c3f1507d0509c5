import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const handles = `(select handles_cases())`;
const ofTenant = `organization_id = ${session.organization} and ${handles}`;

/**
 * Cases of people abroad. What happens to a case is an entry, and a trigger on entries is the only one that changes the case: it says
 * who may do what in which status. Of a case that somebody handles, that officer and the person alone read the entries.
 */
export class Migration20261209_support_case extends Migration {
  override up(): void {
    this.tables();
    this.entries();
    this.tell();
  }

  private tables(): void {
    this.addSql(`alter table association
      add column case_acknowledge_hours integer not null default 24 check (case_acknowledge_hours >= 1),
      add column case_objection_days integer not null default 7 check (case_objection_days >= 1)`);
    this.addSql(`create function handles_cases() returns boolean language sql stable
      return string_to_array(coalesce(current_setting('app.roles', true), ''), ' ') && array['officer', 'coordinator', 'admin']`);
    // The name of a viewer, as the process writes it.
    this.addSql(`create function app_viewer() returns text language sql stable
      return '[' || to_json(current_setting('app.issuer', true))::text || ',' || to_json(current_setting('app.subject', true))::text || ']'`);
    this.addSql(`create table support_case (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      trouble text not null
        check (trouble in ('residence', 'study', 'housing', 'money', 'health', 'safety', 'documents', 'other')),
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      is_grave boolean not null,
      status text not null default 'raised' check (status in ('raised', 'in-progress', 'referred', 'closing', 'closed')),
      owner text,
      raised_at timestamptz not null default app_now(),
      acknowledge_by timestamptz not null default app_now() + interval '24 hours',
      acknowledged_at timestamptz,
      referral_consent text not null default 'none' check (referral_consent in ('none', 'asked', 'given', 'withdrawn')),
      meeting_consent text not null default 'none' check (meeting_consent in ('none', 'asked', 'given', 'withdrawn')),
      mission_id uuid references mission,
      closing_reason text check (closing_reason in ('solved', 'no-remedy', 'passed-on', 'withdrawn')),
      closes_at timestamptz,
      closed_at timestamptz,
      constraint support_case_consent check (mission_id is null or referral_consent = 'given'),
      constraint support_case_referred check (status <> 'referred' or mission_id is not null),
      check ((status = 'raised') = (acknowledged_at is null) or status = 'closed'),
      check ((status in ('closing', 'closed')) = (closing_reason is not null)),
      check ((status = 'closing') = (closes_at is not null)),
      check ((status = 'closed') = (closed_at is not null))
    )`);
    this.addSql(`create index on support_case (organization_id, id)`);
    this.addSql(`create index on support_case (volunteer_id, id)`);
    this.addSql(`create table support_case_entry (
      id uuid primary key,
      case_id uuid not null references support_case on delete cascade,
      volunteer_id uuid not null,
      kind text not null check (kind in ('raised', 'added', 'acknowledged', 'triaged', 'referral-consent-asked',
        'meeting-consent-asked', 'referral-consent-given', 'meeting-consent-given', 'referral-consent-withdrawn',
        'meeting-consent-withdrawn', 'referred', 'answered', 'closing', 'objected', 'closed', 'reopened', 'withdrawn', 'decided')),
      text text check (length(text) between 1 and 4000),
      decision jsonb,
      agenda_item_id uuid,
      at timestamptz not null default app_now(),
      check (text is not null or kind not in ('raised', 'added', 'answered', 'closing', 'objected', 'reopened')),
      check ((kind = 'decided') = (decision is not null and agenda_item_id is not null)),
      unique (case_id, agenda_item_id)
    )`);
    this.addSql(`create index on support_case_entry (case_id, id)`);
    this.addSql(`create index on support_case_entry (volunteer_id)`);
    this.addSql(`create function reads_case(one uuid) returns boolean language sql stable
      security definer set search_path = public, pg_temp as $$
        select exists (select from support_case where id = one and (volunteer_id = app_volunteer()
          or (organization_id = app_organization() and handles_cases() and (owner is null or owner = app_viewer()))))
      $$`);
    for (const statement of [
      ...ownerOnlyTable('support_case'),
      `create policy support_case_read on support_case for select
         using (volunteer_id = ${session.volunteer} or (${ofTenant}) or (organization_id = ${session.organization} and app_working()))`,
      `create policy support_case_raise on support_case for insert with check (volunteer_id = ${session.volunteer})`,
      ...personTable({ name: 'support_case' }),
      ...ownerOnlyTable('support_case_entry'),
      'create policy support_case_entry_read on support_case_entry for select using (reads_case(case_id))',
      // Who may do what in which status, the trigger says.
      'create policy support_case_entry_make on support_case_entry for insert with check (true)',
      ...personTable({ name: 'support_case_entry' }),
    ]) {
      this.addSql(statement);
    }
    this.addSql(`create function raise_support_case() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
        new.status := 'raised'; new.owner := null; new.raised_at := app_now(); new.acknowledged_at := null;
        new.referral_consent := 'none'; new.meeting_consent := 'none'; new.mission_id := null;
        new.acknowledge_by := app_now() + make_interval(hours => coalesce(
          (select case_acknowledge_hours from association where organization_id = new.organization_id), 24));
        return new;
      end $$`);
    this.addSql(`create trigger support_case_raise before insert on support_case
      for each row execute function raise_support_case()`);
  }

  /** The states of a case: which entry may be made by whom in which status, and what it changes. */
  private entries(): void {
    this.addSql(`create function enter_support_case() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        found support_case;
        is_person boolean;
        is_officer boolean;
        is_allowed boolean;
      begin
        if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
        select * into found from support_case where id = new.case_id for update;
        is_person := coalesce(found.volunteer_id = app_volunteer(), false);
        is_officer := not is_person and coalesce(found.organization_id = app_organization() and handles_cases()
          and (found.owner is null or found.owner = app_viewer() or new.kind = 'triaged'), false);
        if not (case
            when new.kind = 'decided' then app_working()
            when new.kind = 'closed' then is_person or app_working()
            when new.kind in ('acknowledged', 'triaged', 'referral-consent-asked', 'meeting-consent-asked', 'referred', 'answered', 'closing')
              then is_officer
            else is_person end) then
          raise exception 'Not the one to do it.' using errcode = 'check_violation', constraint = 'support_case_side';
        end if;
        is_allowed := case new.kind
          when 'raised' then not exists (select from support_case_entry where case_id = new.case_id)
          when 'decided' then true
          when 'acknowledged' then found.status = 'raised'
          when 'objected' then found.status = 'closing'
          when 'closed' then found.status = 'closing' and (is_person or found.closes_at <= app_now())
          when 'reopened' then found.status = 'closed'
          when 'closing' then found.status in ('raised', 'in-progress', 'referred')
          when 'referred' then found.status in ('raised', 'in-progress', 'referred')
          when 'referral-consent-given' then found.status <> 'closed' and found.referral_consent in ('asked', 'withdrawn')
          when 'meeting-consent-given' then found.status <> 'closed' and found.meeting_consent in ('asked', 'withdrawn')
          when 'referral-consent-withdrawn' then found.referral_consent in ('asked', 'given')
          when 'meeting-consent-withdrawn' then found.meeting_consent in ('asked', 'given')
          when 'referral-consent-asked' then found.status <> 'closed' and found.referral_consent <> 'given'
          when 'meeting-consent-asked' then found.status <> 'closed' and found.meeting_consent <> 'given' and found.is_grave
          else found.status <> 'closed' end;
        if not is_allowed then
          raise exception 'Not in this status.' using errcode = 'check_violation', constraint = 'support_case_status';
        end if;
        if new.kind = 'referred' and found.referral_consent <> 'given' then
          raise exception 'Not without consent.' using errcode = 'check_violation', constraint = 'support_case_consent';
        end if;
        new.volunteer_id := found.volunteer_id;
        new.at := app_now();
        if is_officer then
          update support_case set acknowledged_at = coalesce(acknowledged_at, app_now()),
            status = case status when 'raised' then 'in-progress' else status end where id = found.id;
        end if;
        case new.kind
          when 'referral-consent-asked' then update support_case set referral_consent = 'asked' where id = found.id;
          when 'meeting-consent-asked' then update support_case set meeting_consent = 'asked' where id = found.id;
          when 'referral-consent-given' then update support_case set referral_consent = 'given' where id = found.id;
          when 'meeting-consent-given' then update support_case set meeting_consent = 'given' where id = found.id;
          when 'referral-consent-withdrawn' then
            update support_case set referral_consent = 'withdrawn', mission_id = null,
              status = case status when 'referred' then 'in-progress' else status end where id = found.id;
          when 'meeting-consent-withdrawn' then update support_case set meeting_consent = 'withdrawn' where id = found.id;
          when 'closed' then
            update support_case set status = 'closed', closes_at = null, closed_at = app_now() where id = found.id;
          when 'withdrawn' then
            update support_case set status = 'closed', closing_reason = 'withdrawn', closes_at = null, closed_at = app_now()
             where id = found.id;
          when 'objected', 'reopened' then
            update support_case set status = 'in-progress', closing_reason = null, closes_at = null, closed_at = null,
              acknowledged_at = coalesce(acknowledged_at, app_now()) where id = found.id;
          else
        end case;
        return new;
      end $$`);
    this.addSql(`create trigger support_case_entry_enter before insert on support_case_entry
      for each row execute function enter_support_case()`);
    // What an officer decides with an entry: only beside one, since nobody else may change a case.
    this.addSql(`create function triage_support_case(one uuid, class text, grave boolean, takes boolean) returns void language sql
      security definer set search_path = public, pg_temp as $$
        update support_case set trouble = class, is_grave = grave, owner = case when takes then app_viewer() end
         where id = one and organization_id = app_organization() and handles_cases() and status <> 'closed'
           and volunteer_id is distinct from app_volunteer()
      $$`);
    this.addSql(`create function refer_support_case(one uuid, mission uuid) returns void language sql
      security definer set search_path = public, pg_temp as $$
        update support_case set status = 'referred', mission_id = mission
         where id = one and organization_id = app_organization() and handles_cases() and (owner is null or owner = app_viewer())
           and status in ('in-progress', 'referred') and volunteer_id is distinct from app_volunteer()
      $$`);
    this.addSql(`create function close_support_case(one uuid, reason text) returns void language sql
      security definer set search_path = public, pg_temp as $$
        update support_case c set status = 'closing', closing_reason = reason,
               closes_at = app_now() + make_interval(days => coalesce(
                 (select case_objection_days from association a where a.organization_id = c.organization_id), 7))
         where id = one and organization_id = app_organization() and handles_cases() and (owner is null or owner = app_viewer())
           and status in ('in-progress', 'referred') and volunteer_id is distinct from app_volunteer()
      $$`);
  }

  /** Makes the jobs that tell the person, and that close a case to whose closing the person did not object. */
  private tell(): void {
    this.addSql(`create function follow_support_case() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        organization uuid;
        days integer;
      begin
        if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return null; end if;
        if new.kind not in ('acknowledged', 'referral-consent-asked', 'meeting-consent-asked', 'referred', 'answered', 'closing', 'closed', 'decided')
          then return null; end if;
        select organization_id into organization from support_case where id = new.case_id;
        insert into job (id, kind, key, payload, due_at, organization_id)
        values (uuidv7(), 'tell of a case', new.id, jsonb_build_object('case', new.case_id, 'kind', new.kind), app_now(), organization);
        if new.kind = 'closing' then
          select case_objection_days into days from association where organization_id = organization;
          insert into job (id, kind, key, payload, due_at, organization_id)
          values (uuidv7(), 'close a case', new.id, jsonb_build_object('case', new.case_id),
                  app_now() + make_interval(days => coalesce(days, 7)), organization);
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger support_case_entry_follow after insert on support_case_entry
      for each row when (new.kind <> 'added') execute function follow_support_case()`);
  }
}
