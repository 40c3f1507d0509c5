import { ownerOnlyTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const ofPlatform = `organization_id = ${session.organization} and (select acts_for_platform())`;

/**
 * Clusters of cases, and the meetings with officials on whose agenda they stand. How many people a cluster is of, and whether it stands
 * on an agenda, is counted on its row, so that one check refuses a cluster of too few, whichever of the two changes.
 */
export class Migration20261210_official_meeting extends Migration {
  override up(): void {
    this.clusters();
    this.meetings();
    this.agenda();
  }

  private clusters(): void {
    this.addSql(`create function acts_for_platform() returns boolean language sql stable
      security definer set search_path = public, pg_temp as $$
        select handles_cases() and exists (select from platform where organization_id = app_organization())
      $$`);
    this.addSql(`create table case_cluster (
      id uuid primary key,
      organization_id uuid not null,
      trouble text not null,
      country_code text check (country_code ~ '^[A-Z]{2}$'),
      summary jsonb not null check (summary ? 'az'),
      smallest integer not null default 5 check (smallest >= 5),
      people integer not null default 0,
      on_agenda boolean not null default false,
      created_at timestamptz not null default app_now(),
      constraint case_cluster_smallest check (not on_agenda or people >= smallest)
    )`);
    this.addSql(`create table clustered_case (
      case_id uuid primary key references support_case on delete cascade,
      cluster_id uuid not null references case_cluster,
      organization_id uuid not null
    )`);
    this.addSql(`create index on clustered_case (cluster_id)`);
    // It runs as its owner: the platform sees of a case what names nobody.
    this.addSql(`create view case_outline with (security_barrier = true) as
      select c.id, c.organization_id, c.trouble, c.country_code, c.is_grave, c.status,
             c.meeting_consent = 'given' as may_stand_alone, clustered.cluster_id
        from support_case c left join clustered_case clustered on clustered.case_id = c.id
       where acts_for_platform()`);
    for (const statement of [
      ...ownerOnlyTable('case_cluster'),
      ...ownerOnlyTable('clustered_case'),
      `create policy clustered_case_platform on clustered_case using (${ofPlatform}) with check (${ofPlatform})`,
    ]) {
      this.addSql(statement);
    }
    this.addSql(`create function join_case_cluster() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        perform from case_cluster where id = new.cluster_id for update;
        if not exists (select from case_cluster g join support_case c on c.id = new.case_id
             where g.id = new.cluster_id and g.organization_id = new.organization_id and c.trouble = g.trouble
               and (g.country_code is null or c.country_code = g.country_code)) then
          raise exception 'Of another kind.' using errcode = 'check_violation', constraint = 'clustered_case_kind';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger clustered_case_join before insert on clustered_case
      for each row execute function join_case_cluster()`);
    this.addSql(`create function count_case_cluster() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        cluster uuid := case tg_op when 'DELETE' then old.cluster_id else new.cluster_id end;
        counted integer;
      begin
        perform from case_cluster where id = cluster for update;
        select count(distinct c.volunteer_id) into counted
          from clustered_case g join support_case c on c.id = g.case_id where g.cluster_id = cluster;
        -- A person who is erased goes at any time, and a cluster of too few then leaves the agenda.
        if tg_op = 'DELETE' and not exists (select from support_case where id = old.case_id) then
          delete from agenda_item i using official_meeting m, case_cluster g
           where i.cluster_id = cluster and g.id = cluster and counted < g.smallest and m.id = i.meeting_id and m.status = 'planned';
        end if;
        update case_cluster set people = counted where id = cluster;
        return null;
      end $$`);
    this.addSql(`create trigger clustered_case_count after insert or delete on clustered_case
      for each row execute function count_case_cluster()`);
  }

  private meetings(): void {
    this.addSql(`create table official_meeting (
      id uuid primary key,
      organization_id uuid not null,
      title jsonb not null check (title ? 'az'),
      officials jsonb not null check (officials ? 'az'),
      starts_at timestamptz not null,
      status text not null default 'planned' check (status in ('planned', 'published', 'cancelled')),
      minutes text check (length(minutes) between 1 and 20000),
      published_at timestamptz,
      check ((status = 'published') = (published_at is not null)),
      constraint official_meeting_minutes check (status <> 'published' or minutes is not null)
    )`);
    this.addSql(`create table agenda_item (
      id uuid primary key,
      organization_id uuid not null,
      meeting_id uuid not null references official_meeting,
      cluster_id uuid references case_cluster,
      case_id uuid references support_case on delete cascade,
      decision jsonb check (decision ? 'az'),
      check (num_nonnulls(cluster_id, case_id) = 1),
      constraint agenda_item_once unique nulls not distinct (meeting_id, cluster_id, case_id)
    )`);
    this.addSql(`create index on agenda_item (cluster_id)`);
    this.addSql(`create index on agenda_item (case_id)`);
    this.addSql(`create function is_published(meeting uuid) returns boolean language sql stable
      security definer set search_path = public, pg_temp as $$
        select exists (select from official_meeting where id = meeting and status = 'published')
      $$`);
    for (const statement of [
      ...ownerOnlyTable('official_meeting'),
      `create policy official_meeting_read on official_meeting for select using (status = 'published' or (${ofPlatform}))`,
      `create policy official_meeting_plan on official_meeting for insert with check (${ofPlatform} and status = 'planned')`,
      `create policy official_meeting_change on official_meeting for update using (${ofPlatform}) with check (${ofPlatform})`,
      ...ownerOnlyTable('agenda_item'),
      `create policy agenda_item_read on agenda_item for select
         using ((${ofPlatform}) or (cluster_id is not null and is_published(meeting_id)))`,
      `create policy agenda_item_add on agenda_item for insert with check (${ofPlatform} and decision is null)`,
      `create policy agenda_item_decide on agenda_item for update using (${ofPlatform}) with check (${ofPlatform})`,
      `create policy agenda_item_remove on agenda_item for delete using (${ofPlatform})`,
      `create policy case_cluster_read on case_cluster for select using ((${ofPlatform})
         or id in (select cluster_id from agenda_item where is_published(meeting_id)))`,
      `create policy case_cluster_make on case_cluster for insert with check (${ofPlatform} and people = 0 and not on_agenda and smallest = 5)`,
    ]) {
      this.addSql(statement);
    }
  }

  private agenda(): void {
    this.addSql(`create function stands_on_agenda(cluster uuid) returns boolean language sql stable
      security definer set search_path = public, pg_temp as $$
        select exists (select from agenda_item i join official_meeting m on m.id = i.meeting_id
                        where i.cluster_id = cluster and m.status = 'planned')
      $$`);
    this.addSql(`create function keep_agenda() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        grave support_case;
      begin
        if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
        if tg_op = 'UPDATE' and (new.meeting_id, new.cluster_id, new.case_id) is distinct from (old.meeting_id, old.cluster_id, old.case_id) then
          raise exception 'An item stays what it is.' using errcode = 'insufficient_privilege';
        end if;
        perform from official_meeting where id = new.meeting_id and status = 'planned' and organization_id = new.organization_id for share;
        if not found then
          raise exception 'Not planned.' using errcode = 'check_violation', constraint = 'official_meeting_planned';
        end if;
        if tg_op = 'INSERT' and new.cluster_id is not null then
          update case_cluster set on_agenda = true where id = new.cluster_id and organization_id = new.organization_id;
        elsif tg_op = 'INSERT' then
          select * into grave from support_case where id = new.case_id for update;
          if grave.id is null or not grave.is_grave or grave.meeting_consent <> 'given' then
            raise exception 'Not alone.' using errcode = 'check_violation', constraint = 'agenda_item_consent';
          end if;
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger agenda_item_keep before insert or update on agenda_item
      for each row execute function keep_agenda()`);
    this.addSql(`create function leave_agenda() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if is_published(old.meeting_id) and (old.case_id is null or exists (select from support_case where id = old.case_id)) then
          raise exception 'Published.' using errcode = 'check_violation', constraint = 'official_meeting_planned';
        end if;
        update case_cluster set on_agenda = stands_on_agenda(id) where id = old.cluster_id;
        return null;
      end $$`);
    this.addSql(
      `create trigger agenda_item_leave after delete on agenda_item for each row execute function leave_agenda()`,
    );
    this.addSql(`create function withdraw_from_agenda() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        delete from agenda_item i using official_meeting m
         where i.case_id = new.id and m.id = i.meeting_id and m.status = 'planned';
        return null;
      end $$`);
    this.addSql(`create trigger support_case_withdraw after update of meeting_consent on support_case
      for each row when (new.meeting_consent = 'withdrawn') execute function withdraw_from_agenda()`);
    this.addSql(`create function keep_official_meeting() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if old.status <> 'planned' then
          raise exception 'Not planned.' using errcode = 'check_violation', constraint = 'official_meeting_planned';
        end if;
        new.published_at := case when new.status = 'published' then app_now() end;
        if new.status = 'published' and exists (select from agenda_item where meeting_id = new.id and decision is null) then
          raise exception 'Undecided.' using errcode = 'check_violation', constraint = 'official_meeting_decided';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger official_meeting_keep before update on official_meeting
      for each row execute function keep_official_meeting()`);
    // Each case that a meeting was about is answered by a job of its own.
    this.addSql(`create function follow_official_meeting() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        update case_cluster set on_agenda = stands_on_agenda(id)
         where id in (select cluster_id from agenda_item where meeting_id = new.id);
        if new.status <> 'published' then return null; end if;
        insert into job (id, kind, key, payload, due_at, organization_id)
        select uuidv7(), 'answer a case', i.id || ' ' || c.id, jsonb_build_object('case', c.id, 'item', i.id), app_now(), c.organization_id
          from agenda_item i left join clustered_case g on g.cluster_id = i.cluster_id
          join support_case c on c.id = coalesce(i.case_id, g.case_id)
         where i.meeting_id = new.id;
        return null;
      end $$`);
    this.addSql(`create trigger official_meeting_follow after update of status on official_meeting
      for each row when (new.status <> 'planned') execute function follow_official_meeting()`);
    this.addSql(`create function decision_for(item uuid) returns jsonb language sql stable
      security definer set search_path = public, pg_temp as $$
        select decision from agenda_item where id = item and app_working() and is_published(meeting_id)
      $$`);
  }
}
