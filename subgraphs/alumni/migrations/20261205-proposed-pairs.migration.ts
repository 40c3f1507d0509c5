import { Migration } from '@mikro-orm/migrations';

/**
 * A pair that a coordinator proposes: both of the two have to say yes before it begins. Who asks for themself has said so by asking, and who
 * enters a round by that.
 */
export class Migration20261205_proposed_pairs extends Migration {
  override up(): void {
    this.addSql(`alter table mentorship
      add column proposed_by text not null default 'mentee' check (proposed_by in ('mentee', 'coordinator', 'round')),
      add column mentee_agreed_at timestamptz,
      add column mentor_agreed_at timestamptz`);
    // Each of the two says yes for themself, once; what begins by others than its owner needs both.
    this.addSql(`create function keep_agreement() returns trigger language plpgsql as $$
      declare
        by_owner boolean := pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage');
      begin
        if tg_op = 'INSERT' then
          -- Who enters a round says yes by it to whom it finds.
          if new.round_id is not null then new.proposed_by := 'round'; end if;
          if new.proposed_by <> 'coordinator' then new.mentee_agreed_at := new.asked_at; end if;
          if by_owner then return new; end if;
          if new.mentor_agreed_at is not null or (case new.proposed_by when 'coordinator' then app_organization() is distinct from new.organization_id or new.mentee_agreed_at is not null
             else app_volunteer() is distinct from new.volunteer_id end) then
            raise exception 'Each of the two agrees for themself.' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end if;
        if by_owner then return new; end if;
        if new.proposed_by <> old.proposed_by
           or (new.mentee_agreed_at is distinct from old.mentee_agreed_at and app_volunteer() is distinct from old.volunteer_id)
           or (new.mentor_agreed_at is distinct from old.mentor_agreed_at and app_volunteer() is distinct from old.mentor_volunteer_id) then
          raise exception 'Each of the two agrees for themself.' using errcode = 'insufficient_privilege';
        end if;
        if old.status = 'proposed' and new.status = 'active' and (new.mentee_agreed_at is null or new.mentor_agreed_at is null) then
          raise exception 'Both have to agree.' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_agreement before insert or update on mentorship
      for each row execute function keep_agreement()`);
    this.addSql(
      `update mentorship set mentee_agreed_at = asked_at, proposed_by = case when round_id is null then 'mentee' else 'round' end`,
    );
    this.addSql(`create or replace function stamp_mentorship() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.status = 'ended' and new.status <> 'ended' then
          raise exception 'It has ended.' using errcode = 'check_violation', constraint = 'mentorship_over';
        end if;
        if new.status = 'ended' then
          new.ended_at := coalesce(new.ended_at, app_now());
          new.ending := coalesce(new.ending,
            case when new.volunteer_id is null or new.mentor_volunteer_id is null then 'left' else 'ended' end);
        end if;
        return new;
      end $$`);
    this.follow();
  }

  /** As before, and a pair that a coordinator proposes has the same clock. What a round proposes has the round's. */
  private follow(): void {
    this.addSql(`create or replace function follow_mentorship() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        clocks record;
        change text := new.status;
        has_clock boolean := new.proposed_by = 'coordinator' or app_volunteer() is not null;
      begin
        if tg_op = 'UPDATE' and new.status = old.status then return null; end if;
        if tg_op = 'INSERT' and new.status <> 'proposed' then return null; end if;
        if new.status = 'proposed' and has_clock then
          select reminder_days, answer_days into clocks from association where organization_id = new.organization_id;
          insert into job (id, kind, key, payload, due_at, organization_id)
          select uuidv7(), kind, new.id, jsonb_build_object('mentorship', new.id), app_now() + make_interval(days => days),
                 new.organization_id
            from (values ('remind of a request for mentoring', coalesce(clocks.reminder_days, 7)),
                         ('close a request for mentoring', coalesce(clocks.answer_days, 14))) as due (kind, days);
        elsif new.status = 'active' then
          update mentorship set status = 'ended', ending = 'superseded'
           where volunteer_id = new.volunteer_id and status = 'proposed' and id <> new.id;
        end if;
        -- What nobody of the two did is told by whoever did it, but for a coordinator's proposal and for who leaves the federation.
        if app_volunteer() is null and not (new.status = 'proposed' and has_clock) and new.ending is distinct from 'left' then
          return null;
        end if;
        insert into job (id, kind, key, payload, due_at, organization_id)
        values (uuidv7(), 'tell of a mentorship', new.id || ' ' || change,
                jsonb_build_object('mentorship', new.id, 'status', change, 'by', case app_volunteer()
                  when new.volunteer_id then 'mentee' when new.mentor_volunteer_id then 'mentor' end),
                app_now(), new.organization_id)
        on conflict do nothing;
        return null;
      end $$`);
  }
}
