import { personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * What a mentor and a mentee share: meetings, goals, notes, and at the end what they say of each other and of the mentoring. No policy lets an
 * organisation in, nor a job, which acts for one: it is the two's alone. Each row is of whoever wrote it, and goes with them.
 */
export class Migration20261205_mentorship_pair extends Migration {
  override up(): void {
    this.addSql(`alter table association
      add column meeting_reminder_hours integer not null default 24 check (meeting_reminder_hours between 1 and 168)`);
    this.addSql(
      `alter table mentorship add column mentor_would_repeat boolean, add column mentee_would_repeat boolean`,
    );
    this.tables();
    this.meetings();
    this.repeat();
  }

  private tables(): void {
    const tables = {
      mentorship_meeting: `
        starts_at timestamptz not null,
        minutes integer not null check (minutes between 10 and 480),
        place text check (length(place) between 1 and 300),
        status text not null default 'proposed'
          check (status in ('proposed', 'confirmed', 'declined', 'cancelled', 'happened', 'missed')),
        proposed_at timestamptz not null default app_now()`,
      mentorship_goal: `
        text text not null check (length(text) between 1 and 300),
        status text not null default 'open' check (status in ('open', 'done', 'dropped')),
        added_at timestamptz not null default app_now(),
        closed_at timestamptz,
        check ((closed_at is null) = (status = 'open'))`,
      mentorship_note: `
        text text not null check (length(text) between 1 and 4000),
        written_at timestamptz not null default app_now()`,
      mentorship_feedback: `
        rating integer not null check (rating between 1 and 5),
        text text check (length(text) between 1 and 2000),
        given_at timestamptz not null default app_now(),
        unique (mentorship_id, volunteer_id)`,
      mentorship_survey: `
        goals_reached text not null check (goals_reached in ('yes', 'partly', 'no')),
        would_recommend boolean not null,
        answered_at timestamptz not null default app_now(),
        unique (mentorship_id, volunteer_id)`,
    };
    const own = `mentorship_id in (select id from mentorship where ${session.volunteer} in (volunteer_id, mentor_volunteer_id))`;
    const byViewer = (state: string) =>
      `volunteer_id = ${session.volunteer} and mentorship_id in (select id from mentorship
         where ${session.volunteer} in (volunteer_id, mentor_volunteer_id) and started_on is not null and status = '${state}')`;
    const mine = `volunteer_id = ${session.volunteer}`;
    const policies = {
      mentorship_meeting: { read: own, insert: byViewer('active'), update: own },
      mentorship_goal: { read: own, insert: byViewer('active'), update: own },
      mentorship_note: { read: own, insert: byViewer('active'), delete: mine },
      // Neither reads what the other one says before both have said it; what was said stays.
      mentorship_feedback: {
        read: `${mine} or (${own} and both_gave_feedback(mentorship_id))`,
        insert: byViewer('ended'),
      },
      mentorship_survey: { read: mine, insert: byViewer('ended') },
    };
    for (const [name, columns] of Object.entries(tables)) {
      this.addSql(`create table ${name} (
        id uuid primary key,
        mentorship_id uuid not null references mentorship on delete cascade,
        volunteer_id uuid not null,${columns}
      )`);
      this.addSql(`create index on ${name} (volunteer_id)`);
      if (!columns.includes('unique')) this.addSql(`create index on ${name} (mentorship_id, id)`);
      this.addSql(`alter table ${name} enable row level security`);
      this.addSql(`alter table ${name} force row level security`);
      this.addSql(`create policy ${name}_owner on ${name} to current_user using (true) with check (true)`);
    }
    this.addSql(`create function both_gave_feedback(mentorship uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select count(*) = 2 from mentorship_feedback where mentorship_id = mentorship
      $$`);
    for (const [name, { read, insert, ...more }] of Object.entries(policies)) {
      this.addSql(`create policy ${name}_read on ${name} for select using (${read})`);
      this.addSql(`create policy ${name}_add on ${name} for insert with check (${insert})`);
      if ('update' in more)
        this.addSql(
          `create policy ${name}_change on ${name} for update using (${more.update}) with check (${more.update})`,
        );
      if ('delete' in more) this.addSql(`create policy ${name}_drop on ${name} for delete using (${more.delete})`);
      for (const statement of personTable({ name })) this.addSql(statement);
    }
    this.addSql(`create function keep_mentorship_goal() returns trigger language plpgsql as $$
      begin
        if (new.mentorship_id, new.volunteer_id, new.text, new.added_at)
           is distinct from (old.mentorship_id, old.volunteer_id, old.text, old.added_at) or old.status <> 'open' then
          raise exception 'A goal stays as it was set and closed.' using errcode = 'check_violation',
            constraint = 'mentorship_goal_kept';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_goal_keep before update on mentorship_goal
      for each row execute function keep_mentorship_goal()`);
  }

  /** How a meeting goes from state to state, and the jobs that tell the two. */
  private meetings(): void {
    this.addSql(`create function keep_mentorship_meeting() returns trigger language plpgsql as $$
      begin
        if (new.mentorship_id, new.volunteer_id, new.starts_at, new.minutes, new.place, new.proposed_at)
           is distinct from (old.mentorship_id, old.volunteer_id, old.starts_at, old.minutes, old.place, old.proposed_at) then
          raise exception 'A meeting stays as it was proposed.' using errcode = 'insufficient_privilege';
        end if;
        if old.status = 'proposed' and new.status in ('confirmed', 'declined') and app_volunteer() = old.volunteer_id then
          raise exception 'The other one of the two answers.' using errcode = 'insufficient_privilege';
        end if;
        if not (case new.status
             when 'confirmed' then old.status = 'proposed' and old.starts_at > app_now()
             when 'declined' then old.status = 'proposed'
             when 'cancelled' then old.status = 'proposed' or (old.status = 'confirmed' and old.starts_at > app_now())
             else old.status in ('confirmed', 'happened', 'missed') and new.status <> old.status and old.starts_at <= app_now()
           end) then
          raise exception 'A meeting does not become that now.' using errcode = 'check_violation',
            constraint = 'mentorship_meeting_step';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_meeting_keep before update on mentorship_meeting
      for each row execute function keep_mentorship_meeting()`);
    this.addSql(`create function follow_mentorship_meeting() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        pair record;
        remind_at timestamptz;
      begin
        if new.status = 'cancelled' then
          delete from job where kind = 'remind of a mentoring meeting' and key = new.id::text;
        end if;
        -- A mentorship that ends tells of itself.
        if pg_trigger_depth() > 1 or app_volunteer() is null or new.status in ('happened', 'missed') then return null; end if;
        select mentorship.organization_id, coalesce(meeting_reminder_hours, 24) as hours,
               case app_volunteer() when volunteer_id then 'mentee' else 'mentor' end as side into pair
          from mentorship left join association on association.organization_id = mentorship.organization_id
         where mentorship.id = new.mentorship_id;
        insert into job (id, kind, key, payload, due_at, organization_id)
        values (uuidv7(), 'tell of a mentoring meeting', new.id || ' ' || new.status,
                jsonb_build_object('mentorship', new.mentorship_id, 'status', new.status, 'by', pair.side), app_now(), pair.organization_id)
        on conflict do nothing;
        remind_at := new.starts_at - make_interval(hours => pair.hours);
        if new.status = 'confirmed' and remind_at > app_now() then
          insert into job (id, kind, key, payload, due_at, organization_id)
          values (uuidv7(), 'remind of a mentoring meeting', new.id, jsonb_build_object('mentorship', new.mentorship_id), remind_at,
                  pair.organization_id)
          on conflict do nothing;
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger mentorship_meeting_follow after insert or update of status on mentorship_meeting
      for each row execute function follow_mentorship_meeting()`);
    this.addSql(`create function cancel_mentorship_meetings() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        update mentorship_meeting set status = 'cancelled'
         where mentorship_id = new.id and (status = 'proposed' or (status = 'confirmed' and starts_at > app_now()));
        return null;
      end $$`);
    this.addSql(`create trigger mentorship_meetings_cancel after update of status on mentorship
      for each row when (new.status = 'ended' and old.status <> 'ended') execute function cancel_mentorship_meetings()`);
  }

  /** Each of the two says for themself whether they would do it again, once it has ended. */
  private repeat(): void {
    this.addSql(`alter table mentorship add constraint mentorship_repeat
      check ((status = 'ended' and started_on is not null) or (mentor_would_repeat is null and mentee_would_repeat is null))`);
    this.addSql(`create function keep_mentorship_repeat() returns trigger language plpgsql as $$
      begin
        if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
        if (new.mentor_would_repeat is distinct from old.mentor_would_repeat and app_volunteer() is distinct from old.mentor_volunteer_id)
           or (new.mentee_would_repeat is distinct from old.mentee_would_repeat and app_volunteer() is distinct from old.volunteer_id) then
          raise exception 'Each of the two says it for themself.' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_repeat_keep before update of mentor_would_repeat, mentee_would_repeat on mentorship
      for each row execute function keep_mentorship_repeat()`);
  }
}
