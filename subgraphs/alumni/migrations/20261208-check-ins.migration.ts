import { ownerOnlyTable, personTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const subject = `nullif(current_setting('app.subject', true), '')`;

/** How people are, said by a link or with an account, lists of those who leave together, and the end, which erases where people were. */
export class Migration20261208_check_ins extends Migration {
  override up(): void {
    this.checkIns();
    this.reports();
    this.close();
  }

  private checkIns(): void {
    this.addSql(`create table transport_list (
      id uuid primary key,
      organization_id uuid not null,
      emergency_id uuid not null references emergency,
      name text not null check (length(name) between 1 and 200),
      vehicle text not null check (vehicle in ('bus', 'plane')),
      seats integer not null check (seats between 1 and 1000),
      leaves_at timestamptz
    )`);
    this.addSql(`create index on transport_list (emergency_id, id)`);
    this.addSql(`create table check_in (
      id uuid primary key,
      organization_id uuid not null,
      emergency_id uuid not null references emergency,
      volunteer_id uuid,
      name text check (length(name) between 1 and 200),
      contact text check (length(contact) between 1 and 200),
      state text not null check (state in ('safe', 'need-help')),
      place text check (length(place) between 1 and 500),
      changed_at timestamptz not null default app_now(),
      assigned_to text,
      assigned_to_issuer text,
      calls integer not null default 0,
      escalations integer not null default 0,
      transport_list_id uuid references transport_list,
      answered_at timestamptz,
      answered_by text,
      constraint check_in_once unique (emergency_id, volunteer_id),
      check ((answered_at is null) = (answered_by is null))
    )`);
    this.addSql(`create index on check_in (emergency_id, state, changed_at)`);
    this.addSql(`create index on check_in (volunteer_id) where volunteer_id is not null`);
    this.addSql(`create table check_in_report (
      id uuid primary key,
      organization_id uuid not null,
      check_in_id uuid not null references check_in on delete cascade,
      volunteer_id uuid,
      state text not null check (state in ('safe', 'need-help')),
      place text,
      at timestamptz not null default app_now()
    )`);
    this.addSql(`create index on check_in_report (check_in_id)`);
    this.addSql(`create index on check_in_report (volunteer_id) where volunteer_id is not null`);
    for (const statement of [
      ...tenantTable({ name: 'transport_list', readers: 'tenant' }),
      'drop policy transport_list_delete on transport_list',
      ...ownerOnlyTable('check_in'),
      `create policy check_in_read on check_in for select using (organization_id = ${session.organization} or volunteer_id = ${session.volunteer})`,
      `create policy check_in_desk on check_in for update
         using (organization_id = ${session.organization}) with check (organization_id = ${session.organization})`,
      ...personTable({ name: 'check_in' }),
      ...ownerOnlyTable('check_in_report'),
      `create policy check_in_report_read on check_in_report for select using (organization_id = ${session.organization} or volunteer_id = ${session.volunteer})`,
      ...personTable({ name: 'check_in_report' }),
      `create function keep_check_in() returns trigger language plpgsql as $$
        begin
          if not pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage')
             and (to_jsonb(new) - array['assigned_to', 'assigned_to_issuer', 'escalations', 'answered_at', 'answered_by', 'transport_list_id'])
              is distinct from (to_jsonb(old) - array['assigned_to', 'assigned_to_issuer', 'escalations', 'answered_at', 'answered_by', 'transport_list_id']) then
            raise exception 'What somebody said stays theirs.' using errcode = 'insufficient_privilege';
          end if;
          if new.transport_list_id is distinct from old.transport_list_id and new.transport_list_id is not null then
            perform from transport_list l where l.id = new.transport_list_id and l.emergency_id = new.emergency_id for update;
            if not found then
              raise exception 'No list of this emergency.' using errcode = 'check_violation', constraint = 'transport_list_emergency';
            end if;
            if (select count(*) from check_in c where c.transport_list_id = new.transport_list_id)
               >= (select seats from transport_list l where l.id = new.transport_list_id) then
              raise exception 'Every seat is taken.' using errcode = 'check_violation', constraint = 'transport_list_seats';
            end if;
          end if;
          return new;
        end $$`,
      `create trigger check_in_keep before update on check_in for each row execute function keep_check_in()`,
    ]) {
      this.addSql(statement);
    }
  }

  private reports(): void {
    this.addSql(`create function emergency_by_code(code text) returns setof emergency language sql stable
      security definer set search_path = public, pg_temp as $$
        select * from emergency e where e.code = emergency_by_code.code and closed_at is null and ends_at > app_now()
      $$`);
    // The shared lock holds off the end of the emergency, so that nothing comes after what it erases.
    this.addSql(`create function report_check_in(code text, report uuid, check_in uuid, is_own boolean,
        state text, name text, contact text, place text) returns text language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        e emergency;
        found_one check_in;
        own uuid := case when is_own then app_volunteer() end;
        needs_help boolean := report_check_in.state = 'need-help';
        calls_anew boolean := needs_help;
      begin
        select * into e from emergency where emergency.code = report_check_in.code and closed_at is null and ends_at > app_now() for share;
        if not found then return 'over'; end if;
        perform pg_advisory_xact_lock(hashtextextended('check-in ' || coalesce(own, report_check_in.check_in), 0));
        if exists (select from check_in_report r where r.id = report) then return 'taken'; end if;
        select c.* into found_one from check_in c
         where case when own is null then c.id = report_check_in.check_in else c.emergency_id = e.id and c.volunteer_id = own end for update;
        if found then
          if found_one.emergency_id <> e.id or found_one.volunteer_id is distinct from own then return 'over'; end if;
          if (select count(*) from check_in_report r where r.check_in_id = found_one.id) >= 100 then return 'too-many'; end if;
          calls_anew := needs_help and (found_one.state = 'safe' or found_one.answered_at is not null);
          update check_in c set state = report_check_in.state, changed_at = app_now(),
                 name = coalesce(report_check_in.name, c.name), contact = coalesce(report_check_in.contact, c.contact), place = coalesce(report_check_in.place, c.place),
                 calls = c.calls + calls_anew::integer,
                 answered_at = case when needs_help then null else c.answered_at end,
                 answered_by = case when needs_help then null else c.answered_by end
           where c.id = found_one.id returning c.* into found_one;
        else
          if own is null and (select count(*) from (select from check_in c where c.emergency_id = e.id and c.volunteer_id is null
               and c.changed_at > app_now() - interval '1 minute' limit 5000) recent) >= 5000 then return 'too-many'; end if;
          insert into check_in (id, organization_id, emergency_id, volunteer_id, name, contact, state, place)
          values (case when own is null then report_check_in.check_in else uuidv7() end, e.organization_id, e.id, own,
                  report_check_in.name, report_check_in.contact, report_check_in.state, report_check_in.place)
          returning * into found_one;
        end if;
        insert into check_in_report (id, organization_id, check_in_id, volunteer_id, state, place)
        values (report, e.organization_id, found_one.id, own, report_check_in.state, report_check_in.place);
        if calls_anew then
          insert into job (id, kind, key, payload, due_at, organization_id)
          values (uuidv7(), 'escalate a call for help', found_one.id || ' ' || found_one.calls,
                  jsonb_build_object('checkIn', found_one.id, 'call', found_one.calls),
                  app_now() + make_interval(mins => e.answer_minutes), e.organization_id)
          on conflict do nothing;
        end if;
        return 'taken';
      end $$`);
  }

  /** The end of an emergency: the figures stay, and nothing that says where somebody was. */
  private close(): void {
    this.addSql(`create function count_emergency() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        select count(*) into new.known from emergency_person where emergency_id = new.id;
        select count(*) filter (where state = 'safe'), count(*) filter (where state = 'need-help')
          into new.safe, new.need_help from check_in where emergency_id = new.id;
        return new;
      end $$`);
    this.addSql(`create trigger emergency_count before update of closed_at on emergency
      for each row when (old.closed_at is null and new.closed_at is not null) execute function count_emergency()`);
    this.addSql(`create function erase_emergency() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        delete from check_in where emergency_id = new.id;
        delete from emergency_delivery where alert_id in (select id from emergency_alert where emergency_id = new.id);
        delete from emergency_person where emergency_id = new.id;
        return null;
      end $$`);
    this.addSql(`create trigger emergency_erase after update of closed_at on emergency
      for each row when (old.closed_at is null and new.closed_at is not null) execute function erase_emergency()`);
    // Nobody has to think of it: an emergency that nobody closes is closed at its end.
    this.addSql(`create function follow_emergency() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        insert into emergency_event (organization_id, emergency_id, action, by_whom)
        values (new.organization_id, new.id, case when tg_op = 'INSERT' then 'opened' when new.closed_at is not null then 'closed' else 'confirmed' end,
                coalesce(${subject}, case when tg_op = 'INSERT' then new.opened_by end));
        if tg_op = 'INSERT' and new.closed_at is null then
          insert into job (id, kind, key, payload, due_at, organization_id)
          values (uuidv7(), 'close an emergency', new.id, jsonb_build_object('emergency', new.id), new.ends_at, new.organization_id);
        elsif tg_op = 'UPDATE' and new.closed_at is null then
          perform know_people(new.id);
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger emergency_follow after insert or update of confirmed_at, closed_at on emergency
      for each row execute function follow_emergency()`);
  }
}
